use std::convert::Infallible;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::sync::Arc;

use axum::extract::{ConnectInfo, FromRequestParts};
use axum::http::header;
use axum::http::request::Parts;

use super::cookies;
use super::error::WebError;
use crate::actions::network_index;
use crate::app::App;
use crate::domain::campaign::Campaign;
use crate::domain::household::Index;
use crate::domain::lang::Lang;
use crate::domain::listing::Standing;
use crate::guard::client::{Network, client};
use crate::guard::limits::{Allowance, Asker};
use crate::paths;

/// Who reads the answer: in which language, as a person or as a program.
#[derive(Clone, Copy, Debug)]
pub struct Reader {
    pub lang: Lang,
    pub wants_json: bool,
    pub is_in_studio: bool,
}

impl Reader {
    pub fn of(parts: &Parts) -> Self {
        let header = |name| parts.headers.get(name).and_then(|value| value.to_str().ok());
        let in_path = parts.uri.path().split('/').nth(1).and_then(|segment| segment.parse().ok());
        // Only the studio has its language from a cookie: the other pages are the same for all who ask for them.
        let is_in_studio = parts.uri.path().starts_with(paths::STUDIO);
        let chosen = is_in_studio.then(|| cookies::language(&parts.headers));
        let in_path = in_path.or(chosen.flatten());
        let accept = header(header::ACCEPT).unwrap_or_default();
        Self {
            lang: in_path.unwrap_or_else(|| Lang::accepted(header(header::ACCEPT_LANGUAGE))),
            wants_json: accept.contains("json") && !accept.contains("text/html"),
            is_in_studio,
        }
    }
}

/// Who asks, as far as it matters: in which language, from which network, as a person or as a program.
#[derive(Clone, Copy, Debug)]
pub struct Visitor {
    pub lang: Lang,
    pub network: Network,
    pub wants_json: bool,
}

impl Visitor {
    pub fn of(parts: &Parts, app: &App) -> Self {
        let Reader { lang, wants_json, .. } = Reader::of(parts);
        let peer = parts.extensions.get::<ConnectInfo<SocketAddr>>();
        let peer = peer.map_or(IpAddr::V4(Ipv4Addr::UNSPECIFIED), |ConnectInfo(address)| address.ip());
        let forwarded: Vec<&str> =
            parts.headers.get_all("x-forwarded-for").iter().filter_map(|value| value.to_str().ok()).collect();
        let network = Network::of(client(peer, &forwarded, &app.tools.settings.http.trusted_proxies));
        Self { lang, network, wants_json }
    }
}

impl Visitor {
    /// Whether a trusted proxy brings the request.
    pub fn is_proxied(parts: &Parts, app: &App) -> bool {
        let peer = parts.extensions.get::<ConnectInfo<SocketAddr>>();
        let trusted = &app.tools.settings.http.trusted_proxies;
        peer.is_some_and(|ConnectInfo(peer)| {
            trusted.iter().any(|network| network.contains(&peer.ip().to_canonical()))
        })
    }

    /// Who asks, as the limits know them.
    pub fn asker(&self, app: &App) -> Asker {
        let index = network_index(&app.tools.vault, &self.network.to_string());
        Asker { network: self.network, index }
    }
}

impl Visitor {
    /// Whether a form of theirs that makes a mail is taken: not from a network that the organisation has blocked, nor too often.
    pub fn may_mail(
        &self,
        app: &App,
        campaign: &Campaign,
        recipient: Option<Index>,
    ) -> Result<Asker, WebError> {
        let (organisation, now) = (campaign.organisation, app.tools.clock.now());
        let standing = app.houses.network(organisation, self.network.address(), now);
        if standing == Some(Standing::Blocked) {
            return Err(WebError::Blocked(campaign.slug.clone()));
        }
        self.may_write(app, campaign, recipient)
    }

    /// The same for what people from a blocked network may do as well: writing to those who blocked it.
    pub fn may_write(
        &self,
        app: &App,
        campaign: &Campaign,
        recipient: Option<Index>,
    ) -> Result<Asker, WebError> {
        let (organisation, now) = (campaign.organisation, app.tools.clock.now());
        let standing = app.houses.network(organisation, self.network.address(), now);
        let is_allowed = standing == Some(Standing::Allowed);
        let allowance = Allowance { organisation, own: app.houses.limits(organisation), is_allowed };
        let asker = self.asker(app);
        app.limits.check_mail(asker, recipient, campaign.id, allowance)?;
        Ok(asker)
    }
}

impl FromRequestParts<Arc<App>> for Visitor {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, app: &Arc<App>) -> Result<Self, Infallible> {
        Ok(Self::of(parts, app))
    }
}
