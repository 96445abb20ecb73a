//! A proof of work in the form of ALTCHA (version 2, PBKDF2/SHA-256, with the answer known to us), made and checked here:
//! nobody else is asked. A challenge is stored nowhere; its signature shows that we made it.

use std::time::Duration;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use hmac::{Hmac, KeyInit, Mac};
use serde::{Deserialize, Serialize};
use sha2::Sha256;

use crate::domain::defence::Proof;
use crate::domain::moment::Moment;
use crate::settings;

/// How long a challenge may be answered: long enough to fill in a form.
const LASTS: Duration = Duration::from_mins(20);

const ALGORITHM: &str = "PBKDF2/SHA-256";

/// A payload is about 700 bytes.
const LONGEST: usize = 2048;

/// Bytes of chance that a challenge is made of.
pub const CHANCE: usize = 36;

/// What is to be found: the number that, after the nonce, gives a key that begins with the prefix. The fields stand in
/// alphabetical order, as they are signed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Parameters {
    algorithm: String,
    cost: u32,
    data: Data,
    expires_at: i64,
    key_length: usize,
    key_prefix: String,
    key_signature: String,
    nonce: String,
    salt: String,
}

/// For which campaign it is, and how many numbers are tried at the most.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Data {
    campaign: i32,
    tries: u32,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Challenge {
    parameters: Parameters,
    signature: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Solution {
    derived_key: String,
}

#[derive(Deserialize)]
struct Payload {
    challenge: Challenge,
    solution: Solution,
}

/// Makes challenges and checks what comes back, under a secret that all nodes share.
pub struct Prover {
    challenges: Hmac<Sha256>,
    answers: Hmac<Sha256>,
    cost: u32,
    tries: u32,
}

fn keyed(secret: &[u8]) -> Hmac<Sha256> {
    Hmac::new_from_slice(secret).expect("HMAC takes a key of any length")
}

fn mac(key: &Hmac<Sha256>, bytes: &[u8]) -> [u8; 32] {
    let mut mac = key.clone();
    mac.update(bytes);
    mac.finalize().into_bytes().into()
}

fn is(key: &Hmac<Sha256>, bytes: &[u8], expected: &[u8]) -> bool {
    let mut mac = key.clone();
    mac.update(bytes);
    mac.verify_slice(expected).is_ok()
}

fn hex(bytes: &[u8]) -> String {
    let digit = |four: u8| char::from_digit(four.into(), 16).unwrap_or_default();
    bytes.iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).collect()
}

fn unhex(text: &str) -> Option<[u8; 32]> {
    let mut bytes = [0; 32];
    if text.len() != 64 || !text.is_ascii() {
        return None;
    }
    for (at, byte) in bytes.iter_mut().enumerate() {
        *byte = u8::from_str_radix(&text[2 * at..2 * at + 2], 16).ok()?;
    }
    Some(bytes)
}

impl Parameters {
    fn bytes(&self) -> Vec<u8> {
        serde_json::to_vec(self).expect("parameters are plain numbers and strings")
    }
}

impl Prover {
    pub fn new(secret: &[u8; 32], settings: &settings::Defence) -> Self {
        let secret = keyed(secret);
        Self {
            challenges: keyed(&mac(&secret, b"challenge")),
            answers: keyed(&mac(&secret, b"answer")),
            cost: settings.cost,
            tries: settings.tries.max(2),
        }
    }

    /// A challenge as JSON. Making one costs us what one try costs the other side.
    pub fn challenge(&self, campaign: i32, chance: &[u8; CHANCE], now: Moment) -> String {
        let (nonce, rest) = chance.split_at(16);
        let (salt, number) = rest.split_at(16);
        let number = number.iter().fold(0, |number, byte| number << 8 | u32::from(*byte));
        // In the upper half, so that nobody is done at once.
        let answer = self.tries - 1 - number % (self.tries / 2);
        let password = [nonce, &answer.to_be_bytes()].concat();
        let key: [u8; 32] = pbkdf2::pbkdf2_hmac_array::<Sha256, 32>(&password, salt, self.cost);
        let parameters = Parameters {
            algorithm: ALGORITHM.to_owned(),
            cost: self.cost,
            data: Data { campaign, tries: self.tries },
            expires_at: (now + LASTS).seconds(),
            key_length: key.len(),
            key_prefix: hex(&key[..16]),
            key_signature: hex(&mac(&self.answers, &key)),
            nonce: hex(nonce),
            salt: hex(salt),
        };
        let signature = hex(&mac(&self.challenges, &parameters.bytes()));
        serde_json::to_string(&Challenge { parameters, signature }).expect("plain numbers and strings")
    }

    /// What a refused form brought, if it is still good for as long as it takes to mend the form.
    pub fn kept<'a>(&self, campaign: i32, sent: &'a str, now: Moment) -> &'a str {
        if self.check(campaign, sent, now + LASTS / 2).is_some() { sent } else { "" }
    }

    /// The proof in what a form sent, if it is of ours, for this campaign, solved, and not too old. Whether it was spent
    /// before is seen when it is stored.
    pub fn check(&self, campaign: i32, sent: &str, now: Moment) -> Option<Proof> {
        if sent.is_empty() || sent.len() > LONGEST {
            return None;
        }
        let payload: Payload = serde_json::from_slice(&STANDARD.decode(sent).ok()?).ok()?;
        let Parameters { data, expires_at, key_signature, .. } = &payload.challenge.parameters;
        let signature = unhex(&payload.challenge.signature)?;
        let key = unhex(&payload.solution.derived_key)?;
        let expires_at = Moment(expires_at.checked_mul(1000)?);
        let sound = is(&self.challenges, &payload.challenge.parameters.bytes(), &signature)
            && is(&self.answers, &key, &unhex(key_signature)?);
        if !sound || data.campaign != campaign || now >= expires_at {
            return None;
        }
        let mut mark = [0; 16];
        mark.copy_from_slice(&signature[..16]);
        Some(Proof { mark, expires_at })
    }
}

#[cfg(test)]
mod tests {
    use altcha::{Challenge, Payload, SolveChallengeOptions, solve_challenge};
    use base64::Engine;
    use base64::engine::general_purpose::STANDARD;
    use proptest::prelude::*;

    use super::{CHANCE, LASTS, Prover};
    use crate::domain::moment::Moment;
    use crate::settings::Settings;

    const NOW: Moment = Moment(1_795_341_600_000);

    fn prover(secret: u8) -> Prover {
        let mut settings = Settings::load(None, std::iter::empty()).unwrap().defence;
        (settings.cost, settings.tries) = (2, 40);
        Prover::new(&[secret; 32], &settings)
    }

    fn solved(prover: &Prover, campaign: i32, chance: u8) -> Payload {
        let challenge: Challenge =
            serde_json::from_str(&prover.challenge(campaign, &[chance; CHANCE], NOW)).unwrap();
        let solution = solve_challenge(SolveChallengeOptions::new(&challenge)).unwrap().unwrap();
        assert!((20..40).contains(&solution.counter), "{}", solution.counter);
        Payload { challenge, solution }
    }

    fn sent(payload: &Payload) -> String {
        STANDARD.encode(serde_json::to_vec(payload).unwrap())
    }

    #[test]
    fn what_altchas_own_client_solves_is_taken_for_its_campaign_and_its_time() {
        let prover = prover(1);
        let payload = sent(&solved(&prover, 7, 1));
        let proof = prover.check(7, &payload, NOW).unwrap();
        assert_eq!(proof.expires_at, NOW + LASTS);
        assert_eq!(prover.check(7, &payload, NOW + LASTS), None);
        assert_eq!(prover.check(8, &payload, NOW), None);
        assert_eq!(super::Prover::check(&self::prover(2), 7, &payload, NOW), None);
        assert_ne!(prover.check(7, &sent(&solved(&prover, 7, 2)), NOW).unwrap().mark, proof.mark);
    }

    #[test]
    fn what_is_forged_is_not_taken() {
        let prover = prover(1);
        let sound = solved(&prover, 7, 1);
        let forge = |change: fn(&mut Payload)| {
            let mut payload = sound.clone();
            change(&mut payload);
            assert_eq!(prover.check(7, &sent(&payload), NOW), None);
        };
        forge(|payload| payload.challenge.parameters.expires_at = Some(i64::MAX));
        forge(|payload| payload.challenge.parameters.cost = 1);
        forge(|payload| payload.challenge.parameters.key_prefix = String::new());
        forge(|payload| payload.challenge.parameters.key_signature = None);
        forge(|payload| payload.challenge.signature = None);
        forge(|payload| payload.challenge.signature = Some("0".repeat(64)));
        forge(|payload| payload.solution.derived_key = "0".repeat(64));
        forge(|payload| payload.solution.derived_key = "é".repeat(32));
        for text in ["", "x", "e30=", &"A".repeat(3000)] {
            assert_eq!(prover.check(7, text, NOW), None);
        }
    }

    #[test]
    fn one_challenge_has_one_mark_however_it_is_written() {
        let prover = prover(1);
        let mut payload = solved(&prover, 7, 1);
        let mark = prover.check(7, &sent(&payload), NOW).unwrap().mark;
        payload.challenge.signature = payload.challenge.signature.map(|hex| hex.to_uppercase());
        payload.solution.derived_key = payload.solution.derived_key.to_uppercase();
        assert_eq!(prover.check(7, &sent(&payload), NOW).unwrap().mark, mark);
    }

    proptest! {
        #[test]
        fn whatever_is_sent_is_looked_at_without_a_panic(bytes: Vec<u8>, text in "\\PC{0,80}") {
            prop_assert_eq!(prover(1).check(7, &STANDARD.encode(bytes), NOW), None);
            prop_assert_eq!(prover(1).check(7, &text, NOW), None);
        }
    }
}
