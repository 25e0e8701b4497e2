//! The assessment enclosed in its report, with what the report says about itself.

use lopdf::{Dictionary, Document, Object, Stream, dictionary};

use crate::exchange::enclosed::{APPLICATION, HASH, RECORD, hash};
use crate::report::block::{About, Enclosure};

/// Encloses the export as the source of the document, found by every reader's program among its attachments.
pub fn enclose(tree: &mut Document, about: &About, enclosure: &Enclosure, made: &Object) -> lopdf::Result<()> {
    let Enclosure { name, bytes, record } = enclosure;
    let content = dictionary! {
        "Type" => "EmbeddedFile",
        "Subtype" => "application/json",
        "Params" => dictionary! { "Size" => bytes.len() as i64, "ModDate" => made.clone() },
    };
    let content = tree.add_object(Stream::new(content, bytes.clone()));
    let specification = tree.add_object(dictionary! {
        "Type" => "Filespec",
        // For programs that know only ASCII.
        "F" => Object::string_literal("assessment.json"),
        "UF" => lopdf::text_string(name),
        "Desc" => lopdf::text_string(about.language.enclosed_assessment()),
        "AFRelationship" => "Source",
        "EF" => dictionary! { "F" => content, "UF" => content },
    });
    let said: Dictionary =
        dictionary! { HASH => Object::string_literal(hash(bytes)), RECORD => lopdf::text_string(record) };
    let catalog = tree.catalog_mut()?;
    let names = dictionary! { "Names" => vec![lopdf::text_string(name), specification.into()] };
    catalog.set("Names", dictionary! { "EmbeddedFiles" => names });
    catalog.set("AF", vec![Object::from(specification)]);
    let application = dictionary! { "LastModified" => made.clone(), "Private" => said };
    catalog.set("PieceInfo", dictionary! { APPLICATION => application });
    Ok(())
}
