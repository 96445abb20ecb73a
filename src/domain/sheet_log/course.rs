use super::typed::day;
use crate::domain::date::PartialDate;
use crate::domain::jurisdiction::Jurisdiction;
use crate::domain::jurisdiction::text::PetitionText;
use crate::domain::moment::{DAY, Moment};
use crate::domain::name::parse_line;

/// The longest number of a certificate, in characters.
const MAX_CERTIFICATE: usize = 40;

/// What became of a petition.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Course {
    /// The number under which the clerk certified it.
    pub certificate: String,
    pub certified: Option<PartialDate>,
    pub presented: Option<PartialDate>,
    pub answered: Option<PartialDate>,
}

impl Course {
    /// The day on which the answer is due at the latest: so many calendar days after the day of the presentation.
    pub fn due(&self, jurisdiction: &Jurisdiction) -> Option<PartialDate> {
        let days = jurisdiction.answer.days?;
        let (year, month, day) = (self.presented?.start() + DAY * u32::from(days)).ymd();
        Some(PartialDate { year, month: Some(month), day: Some(day) })
    }

    /// For how many days an answer is missing, on a day.
    pub fn silent(&self, jurisdiction: &Jurisdiction, today: PartialDate) -> Option<i64> {
        let due = self.due(jurisdiction).filter(|due| self.answered.is_none() && *due < today)?;
        Some((today.start().0 - due.start().0) / 86_400_000)
    }
}

/// A text that was printed, and what became of the petition that it is.
#[derive(Clone, Debug)]
pub struct Frozen {
    pub version: i32,
    pub text: PetitionText,
    pub digest: String,
    pub at: Moment,
    pub course: Course,
    pub revision: i32,
}

/// What was typed of the course of a petition.
#[derive(Clone, Default)]
pub struct TypedCourse {
    pub certificate: String,
    pub certified: String,
    pub presented: String,
    pub answered: String,
}

/// What of it was not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CourseFault {
    Certificate,
    Certified,
    Presented,
    Answered,
    /// Presented before it was certified, or answered before it was presented.
    Turned,
}

impl TypedCourse {
    pub fn of(course: &Course) -> Self {
        let day = |date: Option<PartialDate>| date.map(|date| date.to_string()).unwrap_or_default();
        Self {
            certificate: course.certificate.clone(),
            certified: day(course.certified),
            presented: day(course.presented),
            answered: day(course.answered),
        }
    }

    /// Checks what was typed, and says all that is wrong with it.
    pub fn parse(&self) -> Result<Course, Vec<CourseFault>> {
        let mut faults = Vec::new();
        let certificate = parse_line(&self.certificate, MAX_CERTIFICATE).unwrap_or_else(|_| {
            faults.push(CourseFault::Certificate);
            String::new()
        });
        let mut dated = |typed: &str, fault| {
            day(typed).unwrap_or_else(|()| {
                faults.push(fault);
                None
            })
        };
        let certified = dated(&self.certified, CourseFault::Certified);
        let presented = dated(&self.presented, CourseFault::Presented);
        let answered = dated(&self.answered, CourseFault::Answered);
        if ![certified, presented, answered].iter().flatten().is_sorted() {
            faults.push(CourseFault::Turned);
        }
        if faults.is_empty() {
            Ok(Course { certificate, certified, presented, answered })
        } else {
            Err(faults)
        }
    }
}
