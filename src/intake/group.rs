use std::collections::BTreeSet;

use tokio::sync::oneshot;
use uuid::Uuid;

use super::{Job, Shed};
use crate::actions::confirm::{Outcome, Request};
use crate::actions::sign::{Prepared, Signed};

/// A group split by what is asked, each answer at the place of its question.
#[derive(Default)]
pub(super) struct Group {
    pub signings: Vec<Prepared>,
    pub signers: Vec<oneshot::Sender<Result<Signed, Shed>>>,
    pub confirmings: Vec<Request>,
    pub confirmers: Vec<oneshot::Sender<Result<Outcome, Shed>>>,
}

impl Group {
    /// Whoever was told 503 meanwhile has gone: what was not acknowledged is not stored either.
    pub fn take(&mut self, job: Job) {
        match job {
            Job::Sign(_, answer) if answer.is_closed() => {}
            Job::Confirm(_, answer) if answer.is_closed() => {}
            Job::Sign(prepared, answer) => {
                self.signings.push(*prepared);
                self.signers.push(answer);
            }
            Job::Confirm(request, answer) => {
                self.confirmings.push(request);
                self.confirmers.push(answer);
            }
        }
    }

    /// Lets go whoever has gone while the database was waited for.
    pub fn let_go(&mut self) {
        let gone = self.signers.iter().any(oneshot::Sender::is_closed)
            || self.confirmers.iter().any(oneshot::Sender::is_closed);
        if !gone {
            return;
        }
        let group = std::mem::take(self);
        for (form, answer) in group.signings.into_iter().zip(group.signers) {
            self.take(Job::Sign(Box::new(form), answer));
        }
        for (request, answer) in group.confirmings.into_iter().zip(group.confirmers) {
            self.take(Job::Confirm(request, answer));
        }
    }

    pub fn is_empty(&self) -> bool {
        self.signings.is_empty() && self.confirmings.is_empty()
    }

    /// Takes out those signings that are stored, so that they can be answered before the others.
    pub fn split_off(&mut self, stored: &BTreeSet<Uuid>) -> Self {
        let mut done = Self::default();
        let signings = std::mem::take(&mut self.signings);
        let signers = std::mem::take(&mut self.signers);
        for (form, answer) in signings.into_iter().zip(signers) {
            let group = if stored.contains(&form.id()) { &mut done } else { &mut *self };
            group.signings.push(form);
            group.signers.push(answer);
        }
        done
    }

    pub fn answer(self, result: Result<(Vec<Signed>, Vec<Outcome>), Shed>) {
        // Whoever no longer waits has gone away: their answer is dropped, what was stored stays.
        match result {
            Ok((signed, outcomes)) => {
                for (answer, signed) in self.signers.into_iter().zip(signed) {
                    let _ = answer.send(Ok(signed));
                }
                for (answer, outcome) in self.confirmers.into_iter().zip(outcomes) {
                    let _ = answer.send(Ok(outcome));
                }
            }
            Err(shed) => {
                for answer in self.signers {
                    let _ = answer.send(Err(shed));
                }
                for answer in self.confirmers {
                    let _ = answer.send(Err(shed));
                }
            }
        }
    }
}
