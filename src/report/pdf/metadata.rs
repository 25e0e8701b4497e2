//! What the file says about itself, twice: in the information dictionary that every program reads, and as XMP.

use lopdf::{Dictionary, Document, Object, Stream, dictionary};
use time::OffsetDateTime;
use time::format_description::well_known::Rfc3339;

use crate::exchange::enclosed::hash;
use crate::report::block::About;
use crate::report::clean::clean;

const PRODUCER: &str = concat!("factory-checkup ", env!("CARGO_PKG_VERSION"), ", printpdf");

/// Sets both.
pub fn describe(tree: &mut Document, about: &About) -> lopdf::Result<()> {
    // An own dictionary instead of printpdf's, which claims to be PDF/X and dates every file to 1970.
    let mut info = dictionary! {
        "Title" => lopdf::text_string(&about.title),
        "Subject" => lopdf::text_string(&about.subject),
        "Author" => lopdf::text_string(&about.author),
        "Creator" => lopdf::text_string(about.language.product_name()),
        "Producer" => lopdf::text_string(PRODUCER),
        "CreationDate" => date(about.made),
        "ModDate" => date(about.made),
    };
    if let Some(enclosed) = &about.enclosed {
        info.set("AssessmentSHA256", Object::string_literal(hash(&enclosed.bytes)));
    }
    let info = tree.add_object(info);
    if let Object::Reference(old) = tree.trailer.get(b"Info")? {
        let old = *old;
        tree.objects.remove(&old);
    }
    tree.trailer.set("Info", info);

    let kind: Dictionary = dictionary! { "Type" => "Metadata", "Subtype" => "XML" };
    // Uncompressed, so that programs which know nothing of PDF find it.
    let metadata = tree.add_object(Stream::new(kind, xmp(about).into_bytes()).with_compression(false));
    tree.catalog_mut()?.set("Metadata", metadata);
    Ok(())
}

/// A date with its distance from UTC: `D:20261123064400+08'00'`.
pub fn date(made: OffsetDateTime) -> Object {
    let (hours, minutes, _) = made.offset().as_hms();
    Object::string_literal(format!(
        "D:{:04}{:02}{:02}{:02}{:02}{:02}{}{:02}'{:02}'",
        made.year(),
        u8::from(made.month()),
        made.day(),
        made.hour(),
        made.minute(),
        made.second(),
        if made.offset().is_negative() { '-' } else { '+' },
        hours.unsigned_abs(),
        minutes.unsigned_abs(),
    ))
}

/// XMP as ISO 16684-1 has it. It makes no claim to be PDF/A or PDF/UA, which nobody has checked.
fn xmp(about: &About) -> String {
    let made = about.made.replace_nanosecond(0).unwrap_or(about.made);
    let made = made.format(&Rfc3339).expect("every time from the years 0 to 9999 can be written");
    let language = about.language.tag();
    let [title, subject, author, tool] =
        [&about.title, &about.subject, &about.author, about.language.product_name()].map(escaped);
    let enclosed = about.enclosed.as_ref().map_or(String::new(), |enclosed| {
        format!("<checkup:assessmentSHA256>{}</checkup:assessmentSHA256>\n", hash(&enclosed.bytes))
    });
    format!(
        "<?xpacket begin=\"\u{feff}\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n\
         <x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n\
         <rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n\
         <rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" \
         xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\" \
         xmlns:checkup=\"urn:factory-checkup:report\">\n\
         <dc:format>application/pdf</dc:format>\n\
         <dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">{title}</rdf:li></rdf:Alt></dc:title>\n\
         <dc:description><rdf:Alt><rdf:li xml:lang=\"x-default\">{subject}</rdf:li></rdf:Alt></dc:description>\n\
         <dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>\n\
         <dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>\n\
         <xmp:CreatorTool>{tool}</xmp:CreatorTool>\n\
         <xmp:CreateDate>{made}</xmp:CreateDate>\n\
         <xmp:ModifyDate>{made}</xmp:ModifyDate>\n\
         <xmp:MetadataDate>{made}</xmp:MetadataDate>\n\
         <pdf:Producer>{PRODUCER}</pdf:Producer>\n\
         {enclosed}\
         </rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"r\"?>"
    )
}

/// Without what XML cannot hold: control characters, and two numbers that are no characters.
fn escaped(text: &str) -> String {
    clean(text).replace(['\u{fffe}', '\u{ffff}'], "").replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
