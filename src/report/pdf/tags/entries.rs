//! The elements of the structure as objects of the file.

use lopdf::{Dictionary, Object, ObjectId, dictionary};

use super::{Detail, Element, Tags};
use crate::report::layout::HEIGHT;
use crate::report::pdf::round;

impl Tags {
    /// Writes the elements and where their content is. `pages` are the file's, in order.
    pub fn write(&self, tree: &mut lopdf::Document, pages: &[ObjectId]) -> lopdf::Result<()> {
        let kept = self.kept();
        let root = tree.new_object_id();
        let ids: Vec<Option<ObjectId>> = kept.iter().map(|kept| kept.then(|| tree.new_object_id())).collect();
        let mut children: Vec<Vec<Object>> = vec![Vec::new(); self.elements.len()];
        for (index, id) in ids.iter().enumerate().skip(1) {
            children[self.elements[index].parent].extend(id.map(Object::from));
        }
        for &(element, page, link) in &self.links {
            children[element].push(dictionary! { "Type" => "OBJR", "Pg" => pages[page], "Obj" => link }.into());
        }
        for (index, (element, children)) in self.elements.iter().zip(children).enumerate() {
            let Some(id) = ids[index] else { continue };
            let parent = if index == 0 { Some(root) } else { ids[element.parent] };
            let entry = element.entry(parent.unwrap_or(root), children, pages);
            tree.objects.insert(id, entry.into());
        }

        let mut numbers: Vec<Object> = Vec::new();
        for (page, content) in self.pages.iter().enumerate() {
            let elements: Vec<Object> = content.iter().filter_map(|&index| ids[index]).map(Object::from).collect();
            numbers.extend([Object::from(page as i64), tree.add_object(elements).into()]);
            let dictionary = tree.get_dictionary_mut(pages[page])?;
            dictionary.set("StructParents", page as i64);
            dictionary.set("Tabs", "S");
        }
        for (index, (element, ..)) in self.links.iter().enumerate() {
            numbers.extend([
                Object::from((self.pages.len() + index) as i64),
                ids[*element].map_or(Object::Null, Object::from),
            ]);
        }
        let parents = tree.add_object(dictionary! { "Nums" => numbers });
        let entry = dictionary! {
            "Type" => "StructTreeRoot",
            "K" => ids[0].map_or(Object::Null, Object::from),
            "ParentTree" => parents,
            "ParentTreeNextKey" => (self.pages.len() + self.links.len()) as i64,
            // A title is a thing of PDF 2.0; for earlier programs it is a paragraph.
            "RoleMap" => dictionary! { "Title" => "P" },
        };
        tree.objects.insert(root, entry.into());
        let catalog = tree.catalog_mut()?;
        catalog.set("StructTreeRoot", root);
        catalog.set("MarkInfo", dictionary! { "Marked" => true });
        Ok(())
    }

    /// Which elements are there at all: those that something is drawn of, what holds them, and every cell, so that a row
    /// has as many as its table has columns.
    fn kept(&self) -> Vec<bool> {
        let mut kept: Vec<bool> = self.elements.iter().map(|element| !element.content.is_empty()).collect();
        kept[0] = true;
        for (index, element) in self.elements.iter().enumerate().rev() {
            kept[index] |= matches!(element.role, "TH" | "TD");
            kept[element.parent] |= kept[index];
        }
        kept
    }
}

impl Element {
    fn entry(&self, parent: ObjectId, children: Vec<Object>, pages: &[ObjectId]) -> Dictionary {
        let mut entry = dictionary! { "S" => self.role, "P" => parent };
        let first = self.content.first().map(|(page, _)| *page);
        if let Some(first) = first {
            entry.set("Pg", pages[first]);
        }
        let content = self.content.iter().map(|&(page, number)| {
            let number = Object::from(number as i64);
            if Some(page) == first {
                return number;
            }
            dictionary! { "Type" => "MCR", "Pg" => pages[page], "MCID" => number }.into()
        });
        let mut kids: Vec<Object> = content.chain(children).collect();
        match kids.len() {
            0 => {}
            1 => entry.set("K", kids.remove(0)),
            _ => entry.set("K", kids),
        }
        match &self.detail {
            Detail::None => {}
            Detail::ColumnHead => entry.set("A", dictionary! { "O" => "Table", "Scope" => "Column" }),
            Detail::RowHead => entry.set("A", dictionary! { "O" => "Table", "Scope" => "Row" }),
            Detail::Wide(columns) => {
                entry.set("A", dictionary! { "O" => "Table", "Scope" => "Row", "ColSpan" => *columns as i64 });
            }
            Detail::Numbered => entry.set("A", dictionary! { "O" => "List", "ListNumbering" => "Decimal" }),
            Detail::Figure { alternative, bounds } => {
                entry.set("Alt", lopdf::text_string(alternative));
                let place = [bounds.left, HEIGHT - bounds.bottom, bounds.right, HEIGHT - bounds.top];
                let place: Vec<Object> = place.map(|edge| Object::Real(round(edge))).into();
                entry.set("A", dictionary! { "O" => "Layout", "Placement" => "Block", "BBox" => place });
            }
        }
        entry
    }
}
