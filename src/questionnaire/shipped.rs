//! The questionnaires that come with the product, embedded as their authors wrote them.

use std::sync::OnceLock;

use super::Questionnaire;

macro_rules! folder {
    ($folder:literal: $($name:literal)*) => {
        &[$((concat!($folder, "/", $name), include_str!(concat!("../../questionnaires/", $folder, "/", $name)))),*]
    };
}

/// Name and text of each file of the smart-factory questionnaire.
const SMART_FACTORY: &[(&str, &str)] = folder! {
    "smart-factory/2026.1":
    "model.toml"
    "strategy.toml" "skills.toml"
    "data.toml" "integration.toml" "security.toml"
    "equipment.toml" "network.toml"
    "product-design.toml" "process-design.toml"
    "procurement.toml" "scheduling.toml" "operations.toml" "maintenance.toml" "warehousing.toml" "safety.toml"
    "energy.toml"
    "logistics.toml" "sales.toml" "product-service.toml" "customer-service.toml"
};

/// Reads them once. That they are sound is held by a test, so a fault here cannot reach a user.
pub(super) fn questionnaires() -> &'static [Questionnaire] {
    static SHIPPED: OnceLock<Vec<Questionnaire>> = OnceLock::new();
    SHIPPED.get_or_init(|| {
        let smart_factory = Questionnaire::read(SMART_FACTORY);
        vec![smart_factory.unwrap_or_else(|problems| panic!("a shipped questionnaire has faults: {problems:#?}"))]
    })
}
