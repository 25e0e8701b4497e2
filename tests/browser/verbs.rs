//! The browser's verbs, tried on a page that has one thing of each kind.

use crate::browser::{Browser, DESKTOP, PHONE, TABLET};
use fantoccini::key::Key;
use std::fs;
use tempfile::TempDir;

/// A site of one page, whose script writes down what happens to it.
fn site() -> TempDir {
    let folder = tempfile::tempdir().expect("a folder for the site");
    let page = r#"<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,">
        <meta http-equiv="Content-Security-Policy" content="default-src 'self'; img-src data:">
        <main><h1>样品</h1>
        <label>企业名称 <input id="name" value="旧名"></label>
        <label><span>行业</span> <select><option>离散</option><option>流程</option></select></label>
        <label>备注 <textarea></textarea></label>
        <fieldset><label><input type="radio" name="rating">满足</label></fieldset>
        <button hidden>保存</button><button id="save">保存</button>
        <button aria-label="关闭">×</button>
        <label>打开文件 <input type="file" hidden multiple></label>
        <ul id="log"></ul></main><script src="page.js"></script>"#;
    let script = r#"
        const say = text => document.getElementById('log').append(Object.assign(document.createElement('li'), { textContent: text }));
        document.querySelectorAll('button').forEach(b => b.onclick = () => say('clicked ' + (b.ariaLabel ?? b.id)));
        document.querySelector('input[type=radio]').onchange = () => say('rated');
        document.querySelector('input[type=file]').onchange = e => say('files ' + [...e.target.files].map(f => f.name));
        document.getElementById('name').oninput = e => say('named ' + e.target.value);
        document.onkeydown = e => say('key ' + e.key);
        document.getElementById('save').addEventListener('click', () => {
            const link = document.createElement('a');
            link.href = URL.createObjectURL(new Blob(['saved']));
            link.download = 'plant.json';
            link.click();
        });
    "#;
    fs::write(folder.path().join("index.html"), page).expect("the page");
    fs::write(folder.path().join("page.js"), script).expect("the script");
    folder
}

#[test]
#[ignore = "needs Chromium: cargo xtask test"]
fn a_person_clicks_fills_chooses_and_downloads() {
    let site = site();
    let browser = Browser::open_site(site.path(), DESKTOP);

    browser.fill("企业名称", "松江😀机械\u{2028}厂");
    browser.wait_for_text("named 松江😀机械");
    browser.fill("行业", "流程");
    browser.fill("备注", "第一行\n第二行");
    assert_eq!(browser.value("备注"), "第一行\n第二行");
    assert_eq!(browser.value("行业"), "流程");
    browser.fill("企业名称", "");
    assert_eq!(browser.value("企业名称"), "");
    assert_eq!(browser.script("return navigator.language", vec![]), "zh-CN");

    browser.click("满足");
    browser.wait_for_text("rated");
    browser.click("关闭");
    browser.wait_for_text("clicked 关闭");
    browser.press(Key::Escape);
    browser.wait_for_text("key Escape");

    browser.choose_files("打开文件", &[&site.path().join("page.js"), &site.path().join("index.html")]);
    browser.wait_for_text("files page.js,index.html");

    browser.click("保存");
    let saved = browser.downloaded(".json");
    assert_eq!(fs::read_to_string(saved).expect("the download"), "saved");
    assert!(browser.sees("样品") && !browser.sees("不在"));

    browser.reload();
    assert_eq!(browser.text("#log"), "");
    browser.click_on("#save");
    browser.wait_for_text("clicked save");
    assert_eq!(browser.requests(), ["/", "/page.js", "/"], "the script is taken from the browser's cache");
}

#[test]
#[ignore = "needs Chromium: cargo xtask test"]
fn the_page_is_as_wide_as_the_device() {
    let site = site();
    let mut browser = Browser::open_site(site.path(), PHONE);
    let width = |browser: &Browser| browser.script("return innerWidth", vec![]).as_u64();
    assert_eq!(width(&browser), Some(360));
    browser.resize(TABLET);
    assert_eq!(width(&browser), Some(768));
}

#[test]
#[ignore = "needs Chromium: cargo xtask test"]
fn a_broken_policy_and_a_request_elsewhere_are_told() {
    let site = site();
    let browser = Browser::open_site(site.path(), PHONE);
    assert_eq!(browser.complaints(), Vec::<String>::new());
    browser.script("fetch('http://example.com/').catch(() => {})", vec![]);
    assert!(browser.complaints().iter().any(|complaint| complaint.contains("example.com")));
    assert_eq!(browser.complaints(), Vec::<String>::new());

    // No policy forbids a page to open another.
    let open = "window.open('https://example.com/opened'); return new Promise(done => setTimeout(done, 500))";
    browser.script(open, vec![]);
    assert_eq!(browser.requests_elsewhere(), ["https://example.com/opened"]);
}

#[test]
#[ignore = "needs Chromium: cargo xtask test"]
fn without_a_network_the_server_is_silent() {
    let site = site();
    let mut browser = Browser::open_site(site.path(), PHONE);
    let ask = "return fetch('index.html').then(() => 'answered', () => 'silence')";
    assert_eq!(browser.script(ask, vec![]), "answered");
    browser.cut_the_network();
    assert_eq!(browser.script(ask, vec![]), "silence");
}
