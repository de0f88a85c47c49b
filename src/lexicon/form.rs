//! The grammatical forms a word can have, and small sets of them.
//!
//! It must not know any word.

/// A grammatical form of a word or phrase.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Form {
    /// "sign", "take over".
    Base,
    /// "signs", "takes over".
    Third,
    /// "signed", "took over".
    Past,
    /// "signed", "taken over".
    Participle,
    /// "signing", "taking over".
    Gerund,
    /// "signature", "date of birth".
    Noun,
    /// "signatures".
    NounPlural,
    /// "high", "operational".
    Adjective,
    /// Words that stand as they are: "put pen to paper", "founded by".
    Phrase,
}

impl Form {
    /// Every form, in order.
    pub const ALL: [Form; 9] = [
        Form::Base,
        Form::Third,
        Form::Past,
        Form::Participle,
        Form::Gerund,
        Form::Noun,
        Form::NounPlural,
        Form::Adjective,
        Form::Phrase,
    ];

    /// Whether the form carries tense: it can be the verb of a clause by itself.
    pub fn is_finite(self) -> bool {
        matches!(self, Form::Base | Form::Third | Form::Past)
    }

    /// Whether it is a form of a verb.
    pub fn is_verbal(self) -> bool {
        self <= Form::Gerund
    }

    /// Whether it is a noun of either number.
    pub fn is_nominal(self) -> bool {
        matches!(self, Form::Noun | Form::NounPlural)
    }
}

/// A set of forms.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Forms(u16);

impl Forms {
    /// The set with nothing in it.
    pub const NONE: Forms = Forms(0);

    /// Adds a form.
    pub fn insert(&mut self, form: Form) {
        self.0 |= 1 << form as u16;
    }

    /// Whether the form is among them.
    pub fn contains(self, form: Form) -> bool {
        self.0 & (1 << form as u16) != 0
    }

    /// Whether nothing is in it.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Whether a form of a verb that carries tense is among them.
    pub fn has_finite(self) -> bool {
        self.iter().any(Form::is_finite)
    }

    /// The forms in order.
    pub fn iter(self) -> impl Iterator<Item = Form> {
        Form::ALL.into_iter().filter(move |&form| self.contains(form))
    }
}

impl FromIterator<Form> for Forms {
    fn from_iter<I: IntoIterator<Item = Form>>(forms: I) -> Self {
        let mut set = Forms::NONE;
        forms.into_iter().for_each(|form| set.insert(form));
        set
    }
}
