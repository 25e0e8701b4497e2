//! Ways to a heading: the bookmarks beside the pages and the links on them.

use lopdf::{Dictionary, Document, Object, ObjectId, dictionary};

use super::round;
use super::tags::Tags;
use crate::report::layout::{Bookmark, HEIGHT, Layout};

/// Makes the places of [`Layout`]'s links lead to their headings.
pub fn link(tree: &mut Document, layout: &Layout, tags: &mut Tags, pages: &[ObjectId]) -> lopdf::Result<()> {
    for (number, (page, id)) in layout.pages.iter().zip(pages).enumerate() {
        let annotations: Vec<Object> = page
            .links
            .iter()
            .map(|link| {
                let [left, right] = [link.at.x, link.at.x + link.width];
                let [bottom, top] = [HEIGHT - link.at.y - link.height, HEIGHT - link.at.y];
                let rectangle: Vec<Object> =
                    [left, bottom, right, top].into_iter().map(|edge| Object::Real(round(edge))).collect();
                let bookmark = &layout.bookmarks[link.bookmark];
                let annotation = tree.new_object_id();
                let mut entry = dictionary! {
                    "Type" => "Annot",
                    "Subtype" => "Link",
                    "Rect" => rectangle,
                    "Border" => vec![0.into(), 0.into(), 0.into()],
                    "F" => 4,
                    "Contents" => lopdf::text_string(&bookmark.text),
                    "Dest" => destination(bookmark, pages),
                };
                if let Some(parent) = tags.link(link.origin, number, annotation) {
                    entry.set("StructParent", parent);
                }
                tree.objects.insert(annotation, entry.into());
                annotation.into()
            })
            .collect();
        if !annotations.is_empty() {
            tree.get_object_mut(*id)?.as_dict_mut()?.set("Annots", annotations);
        }
    }
    Ok(())
}

/// A little above the heading.
fn destination(bookmark: &Bookmark, pages: &[ObjectId]) -> Object {
    let top = Object::Real(round(HEIGHT - bookmark.y + 12.0));
    vec![pages[bookmark.page].into(), "XYZ".into(), Object::Null, top, Object::Null].into()
}

/// The bookmarks as a tree of outline items; `None` without bookmarks.
pub fn outline(tree: &mut Document, bookmarks: &[Bookmark], pages: &[ObjectId]) -> Option<ObjectId> {
    if bookmarks.is_empty() {
        return None;
    }
    let root = tree.new_object_id();
    let ids: Vec<ObjectId> = bookmarks.iter().map(|_| tree.new_object_id()).collect();
    let parents: Vec<Option<usize>> = (0..bookmarks.len()).map(|index| parent(bookmarks, index)).collect();
    let children =
        |of: Option<usize>| -> Vec<usize> { (0..bookmarks.len()).filter(|&index| parents[index] == of).collect() };
    let link = |entry: &mut Dictionary, of: Option<usize>| {
        let children = children(of);
        if let (Some(&first), Some(&last)) = (children.first(), children.last()) {
            entry.set("First", ids[first]);
            entry.set("Last", ids[last]);
            // The parts of the report stand open, what is inside them closed.
            let count = children.len() as i64;
            entry.set("Count", if of.is_none() { count } else { -count });
        }
    };
    for (index, bookmark) in bookmarks.iter().enumerate() {
        let mut entry = dictionary! {
            "Title" => lopdf::text_string(&bookmark.text),
            "Parent" => parents[index].map_or(root, |parent| ids[parent]),
            "Dest" => destination(bookmark, pages),
        };
        let siblings = children(parents[index]);
        let place = siblings.iter().position(|&sibling| sibling == index).unwrap_or(0);
        if place > 0 {
            entry.set("Prev", ids[siblings[place - 1]]);
        }
        if let Some(&next) = siblings.get(place + 1) {
            entry.set("Next", ids[next]);
        }
        link(&mut entry, Some(index));
        tree.objects.insert(ids[index], entry.into());
    }
    let mut entry = dictionary! { "Type" => "Outlines" };
    link(&mut entry, None);
    tree.objects.insert(root, entry.into());
    Some(root)
}

/// The nearest bookmark before `index` of a higher level.
fn parent(bookmarks: &[Bookmark], index: usize) -> Option<usize> {
    (0..index).rev().find(|&before| bookmarks[before].level < bookmarks[index].level)
}
