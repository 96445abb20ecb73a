//! The files in `docs/deploy/`, checked by the programs that read them, and the proxies tried with a running service behind.

use std::path::{Path, PathBuf};
use std::process::Stdio;

use futures_util::StreamExt;
use postulo::cli::DEMO_CONTENT;
use serde_norway::Value as Yaml;
use tempfile::TempDir;
use tokio::process::{Child, Command};

use crate::support::process::{Process, run};
use crate::support::{Person, Visitor};

fn read(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/deploy").join(name);
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// A port that nobody listens on.
fn free() -> u16 {
    std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port()
}

/// Debian puts servers where only root looks for programs.
fn program(name: &str) -> PathBuf {
    let folders = ["/usr/sbin", "/usr/bin", "/usr/local/sbin", "/usr/local/bin"];
    let found = folders.iter().map(|folder| Path::new(folder).join(name)).find(|path| path.exists());
    found.unwrap_or_else(|| panic!("{name} is missing: ./test installs it"))
}

async fn well(command: &mut Command) -> String {
    let output = command.stdin(Stdio::null()).output().await.unwrap();
    let printed = String::from_utf8_lossy(&[output.stdout, output.stderr].concat()).into_owned();
    assert!(output.status.success(), "{printed}");
    printed
}

/// A certificate that nobody trusts: the two files, and both in one.
async fn certificate(folder: &Path) {
    let mut make = Command::new(program("openssl"));
    make.args(["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"]);
    make.args(["-days", "2", "-subj", "/CN=petitions.example.org", "-keyout", "key.pem", "-out", "cert.pem"]);
    well(make.current_dir(folder)).await;
    let both = ["cert.pem", "key.pem"].map(|name| std::fs::read_to_string(folder.join(name)).unwrap());
    std::fs::write(folder.join("both.pem"), both.concat()).unwrap();
}

/// The whole configuration of an nginx that includes ours, on ports that anybody may use.
fn nginx(folder: &Path, ours: &str) -> PathBuf {
    let at = folder.display();
    let ours = ours
        .replace("/etc/letsencrypt/live/petitions.example.org/fullchain.pem", &format!("{at}/cert.pem"))
        .replace("/etc/letsencrypt/live/petitions.example.org/privkey.pem", &format!("{at}/key.pem"))
        .replace("/var/log/nginx/", &format!("{at}/"));
    let whole = format!(
        "daemon off;\nmaster_process off;\npid {at}/nginx.pid;\nerror_log {at}/nginx.log;\nevents {{}}\nhttp {{\n\
         client_body_temp_path {at}/body;\nproxy_temp_path {at}/proxy;\nfastcgi_temp_path {at}/f;\n\
         uwsgi_temp_path {at}/u;\nscgi_temp_path {at}/s;\n{ours}\n}}\n"
    );
    let path = folder.join("nginx.conf");
    std::fs::write(&path, whole).unwrap();
    path
}

#[tokio::test]
async fn nginx_takes_its_example() {
    let folder = TempDir::new().unwrap();
    certificate(folder.path()).await;
    let ours = read("nginx.conf").replace(":443", ":8443").replace("listen 443", "listen 8443");
    let path = nginx(folder.path(), &ours.replace(":80;", ":8080;").replace("listen 80;", "listen 8080;"));
    let printed = well(Command::new(program("nginx")).arg("-t").arg("-c").arg(path)).await;
    assert!(printed.contains("successful") && !printed.contains("[warn]"), "{printed}");
}

#[tokio::test]
async fn haproxy_takes_its_example() {
    let folder = TempDir::new().unwrap();
    certificate(folder.path()).await;
    let both = folder.path().join("both.pem").display().to_string();
    let ours = read("haproxy.cfg").replace("/etc/haproxy/petitions.example.org.pem", &both);
    let path = folder.path().join("haproxy.cfg");
    std::fs::write(&path, ours).unwrap();
    let printed = well(Command::new(program("haproxy")).arg("-c").arg("-f").arg(path)).await;
    assert!(!printed.contains("WARNING"), "{printed}");
}

#[tokio::test]
async fn caddy_takes_its_example() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("Caddyfile");
    std::fs::write(&path, read("Caddyfile")).unwrap();
    let mut check = Command::new(program("caddy"));
    check.args(["validate", "--adapter", "caddyfile", "--config"]).arg(path).env("HOME", folder.path());
    well(&mut check).await;
}

#[tokio::test]
async fn systemd_takes_the_units_and_finds_them_tight() {
    let folder = TempDir::new().unwrap();
    let built = env!("CARGO_BIN_EXE_postulo");
    for name in ["postulo.service", "postulo-backup.service", "postulo-backup.timer"] {
        let unit = read(name).replace("/usr/local/bin/postulo", built);
        std::fs::write(folder.path().join(name), unit).unwrap();
    }
    for name in ["postulo.service", "postulo-backup.timer"] {
        let mut verify = Command::new(program("systemd-analyze"));
        let printed = well(verify.arg("verify").arg(folder.path().join(name))).await;
        assert!(!printed.contains("postulo"), "{printed}");
    }
    let mut tight = Command::new(program("systemd-analyze"));
    tight.args(["security", "--offline=true", "--threshold=20", "--no-pager"]);
    well(tight.arg(folder.path().join("postulo.service"))).await;
}

#[test]
fn the_compose_file_keeps_secrets_out_of_itself_and_the_service_in_its_place() {
    let compose: Yaml = serde_norway::from_str(&read("compose.yaml")).unwrap();
    let service = &compose["services"]["postulo"];
    assert_eq!(service["read_only"], Yaml::Bool(true));
    assert_eq!(service["cap_drop"][0], Yaml::from("ALL"));
    for name in compose["services"].as_mapping().unwrap().keys() {
        for secret in compose["services"][name]["secrets"].as_sequence().unwrap() {
            assert!(compose["secrets"].get(secret).is_some(), "{secret:?}");
        }
        for volume in compose["services"][name]["volumes"].as_sequence().unwrap() {
            let volume = volume.as_str().unwrap().split(':').next().unwrap().to_owned();
            assert!(compose["volumes"].get(&volume).is_some(), "{volume}");
        }
    }
    let ports = service["ports"].as_sequence().unwrap();
    assert!(ports.iter().all(|port| port.as_str().unwrap().starts_with("127.0.0.1:")), "{ports:?}");
    let image = read("Containerfile");
    assert!(image.contains("\nUSER 10001\n") && image.contains("--locked"));
    let example = TempDir::new().unwrap();
    let path = example.path().join("postulo.toml");
    std::fs::write(&path, read("postulo.toml.example")).unwrap();
    postulo::settings::Settings::load(Some(&path), std::iter::empty()).unwrap();
}

/// A service with the campaign, and a proxy in front.
struct Front {
    folder: TempDir,
    _service: Process,
    _proxy: Child,
    url: String,
}

impl Front {
    /// `configured` gets the folder, the port to listen on and the service's, and gives the command.
    async fn start(configured: impl AsyncFnOnce(&Path, u16, &str) -> Command) -> Self {
        let folder = TempDir::new().unwrap();
        let data = folder.path().join("data");
        let content = folder.path().join("campaign.toml");
        std::fs::write(&content, DEMO_CONTENT).unwrap();
        assert!(run(&data, &["campaign", "load", content.to_str().unwrap()]).await.0);
        let port = free();
        let url = format!("http://127.0.0.1:{port}");
        let environment = [
            ("POSTULO_HTTP__TRUSTED_PROXIES", "127.0.0.1"),
            ("POSTULO_HTTP__PUBLIC_URL", url.as_str()),
            ("POSTULO_LIMITS__NETWORK_BURST", "1"),
            ("POSTULO_LIMITS__NETWORK_SUSTAINED", "1"),
        ];
        let service = Process::serve(&data, &environment).await;
        let behind = service.url.rsplit(':').next().unwrap().to_owned();
        let mut command = configured(folder.path(), port, &behind).await;
        let mut proxy =
            command.stdout(Stdio::null()).stderr(Stdio::null()).kill_on_drop(true).spawn().unwrap();
        let client = reqwest::Client::builder().no_proxy().build().unwrap();
        while client.get(format!("{url}/readyz")).send().await.map_or(0, |reply| reply.status().as_u16())
            != 200
        {
            assert!(proxy.try_wait().unwrap().is_none(), "the proxy ended");
            tokio::task::yield_now().await;
        }
        Self { folder, _service: service, _proxy: proxy, url }
    }

    /// What any proxy in front must do, with one of its two nodes away.
    async fn try_out(&self) {
        let visitor = Visitor::new(&self.url).on_network("203.0.113.1");
        for _ in 0..6 {
            visitor.get("/en/campaigns/recognize-celil").await.expect(200);
        }
        // The live count arrives although the answer goes on.
        let client = reqwest::Client::builder().no_proxy().build().unwrap();
        let live = format!("{}/campaigns/recognize-celil/live", self.url);
        let mut stream = client.get(live).send().await.unwrap().bytes_stream();
        assert!(stream.next().await.unwrap().unwrap().starts_with(b"event: tally"));
        // A visitor who writes another address into the header is still the same network.
        let forged = Visitor::new(&self.url).on_network("203.0.113.2");
        visitor.sign(&Person::new("Anna Roy", "anna@example.org")).await.expect(303);
        forged.sign(&Person::new("Bela Roy", "bela@example.org")).await.expect(429);
        let large = vec![b'a'; 300 * 1024];
        visitor.post_raw("/en/campaigns/recognize-celil/sign", large).await.expect(413);
        visitor.get("/en/mine/a-secret-token").await.expect(404);
        visitor.get("/unsubscribe/a-secret-token").await.expect(404);
    }
}

#[tokio::test]
async fn nginx_passes_the_live_count_on_and_keeps_secrets_out_of_its_log() {
    let front = Front::start(async |folder, port, behind| {
        let ours = read("nginx.conf")
            .replace("listen 443 ssl http2", &format!("listen 127.0.0.1:{port}"))
            .replace("    listen [::]:443 ssl http2;\n", "")
            .replace("listen 80;", &format!("listen 127.0.0.1:{};", free()))
            .replace("    listen [::]:80;\n", "")
            .replace("    ssl_", "    # ssl_")
            .replace("proxy_set_header Host $host;", "proxy_set_header Host $http_host;")
            .replace("3000", behind)
            .replace(":3001 max_fails=2 fail_timeout=5s backup", &format!(":{} max_fails=0", free()));
        let path = nginx(folder, &ours);
        let mut command = Command::new(program("nginx"));
        command.arg("-c").arg(path);
        command
    })
    .await;
    front.try_out().await;
    let log = std::fs::read_to_string(front.folder.path().join("postulo.log")).unwrap();
    assert!(log.contains("/en/campaigns/recognize-celil") && !log.contains("secret"), "{log}");
}

#[tokio::test]
async fn haproxy_passes_the_live_count_on_and_asks_another_node_where_one_is_away() {
    let front = Front::start(async |folder, port, behind| {
        let both = folder.join("both.pem").display().to_string();
        certificate(folder).await;
        let ours = read("haproxy.cfg")
            .replace(
                "bind :443 ssl crt /etc/haproxy/petitions.example.org.pem alpn h2,http/1.1",
                &format!("bind 127.0.0.1:{port}"),
            )
            .replace("maxconn 60000", "maxconn 2000")
            .replace("maxconn 25000", "maxconn 1000")
            .replace("bind :80", &format!("bind 127.0.0.1:{}", free()))
            .replace("    user haproxy\n    group haproxy\n", "")
            .replace("    log /dev/log local0\n", "    log stdout format raw local0\n")
            .replace("3000", behind)
            // Not looked at beforehand, so that the one that is away is found out by asking it.
            .replace("default-server check inter 1s fall 2 rise 1", "default-server")
            .replace("3001", &free().to_string())
            .replace("/etc/haproxy/petitions.example.org.pem", &both);
        let path = folder.join("haproxy.cfg");
        std::fs::write(&path, ours).unwrap();
        let mut command = Command::new(program("haproxy"));
        command.arg("-db").arg("-f").arg(path);
        command
    })
    .await;
    front.try_out().await;
}
