//! Python, as continuous integration installs its packages.

use std::process::Command;

/// `python3`, with the packages of the folder that `EVERWIRE_PYTHON_PACKAGES` names.
#[must_use]
pub fn command() -> Command {
    let mut command = Command::new("python3");
    command.env("PYTHONDONTWRITEBYTECODE", "1");
    if let Some(packages) = std::env::var_os("EVERWIRE_PYTHON_PACKAGES") {
        command.env("PYTHONPATH", packages);
    }
    command
}
