using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using Xunit;

namespace ScCa.EndToEnd.Tests.Console;

/// <summary><c>scca token</c>, as whoever runs the server meets it.</summary>
public sealed class TokenTests
{
    private static string[] Place => ["--module", SoftToken.ModuleFile, "--label", SoftToken.Label, "--lang", "en"];

    [Fact]
    public async Task A_token_is_shown_and_a_key_made_in_it_is_found_again()
    {
        using var temporary = new TemporaryFolder();
        var token = new SoftToken(temporary);
        var pin = token.Secret("pin", SoftToken.Pin);

        var shown = await Run(token, temporary, "show", "--json");
        Assert.Equal(SoftToken.Label, JsonDocument.Parse(shown.Out).RootElement.GetProperty("label").GetString());
        Assert.Equal("all", JsonDocument.Parse(shown.Out).RootElement.GetProperty("userTries").GetString());
        var made = await Run(token, temporary, "make-key", "--key", "ca", "--pin-file", pin);
        var found = await Run(token, temporary, "show-key", "--key", "ca", "--pin-file", pin);
        var again = await Run(token, temporary, "make-key", "--key", "ca", "--pin-file", pin);

        Assert.Equal(0, made.ExitCode);
        Assert.Contains("BEGIN PUBLIC KEY", made.Out, StringComparison.Ordinal);
        Assert.Contains("Key p256-", made.Error, StringComparison.Ordinal);
        Assert.Equal(made.Out, found.Out);
        Assert.Equal(2, again.ExitCode);
        Assert.Contains("never overwritten", again.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("p256")]
    [InlineData("rsa")]
    public async Task A_request_for_a_certificate_is_signed_in_the_token_and_holds(string kind)
    {
        using var temporary = new TemporaryFolder();
        var token = new SoftToken(temporary);
        var pin = token.Secret("pin", SoftToken.Pin);
        var made = await Run(token, temporary, "make-key", "--key", "ca", "--kind", kind, "--pin-file", pin);

        var asked = await Run(token, temporary, "request", "--key", "ca", "--pin-file", pin, "--subject", "C=CN, O=单位, CN=Authority");
        var nonsense = await Run(token, temporary, "request", "--key", "ca", "--pin-file", pin, "--subject", "no name");

        // Loading it checks the signature.
        var request = CertificateRequest.LoadSigningRequestPem(asked.Out, HashAlgorithmName.SHA256);
        Assert.Equal("C=CN, O=单位, CN=Authority", request.SubjectName.Name);
        Assert.Equal(made.Out.Trim(), PemEncoding.WriteString("PUBLIC KEY", request.PublicKey.ExportSubjectPublicKeyInfo()));
        Assert.Equal(2, nonsense.ExitCode);
        Assert.Contains("no name", nonsense.Error, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("rule", "C11")]
    public async Task A_PIN_is_changed_verified_and_set_anew_by_the_administrators_and_no_PIN_is_printed()
    {
        using var temporary = new TemporaryFolder();
        var token = new SoftToken(temporary);
        var (initial, own) = (token.Secret("initial", SoftToken.Pin), token.Secret("own", "86420864"));
        var (wrong, administrator) = (token.Secret("wrong", "00000000"), token.Secret("administrator", SoftToken.AdministratorPin));

        var said = new List<HostResult>
        {
            await Run(token, temporary, "change-pin", "--pin-file", initial, "--new-pin-file", own),
            await Run(token, temporary, "verify-pin", "--pin-file", own),
            await Run(token, temporary, "unlock", "--administrator-pin-file", administrator, "--new-pin-file", initial),
            await Run(token, temporary, "verify-pin", "--pin-file", initial),
        };
        Assert.All(said, result => Assert.True(result.ExitCode == 0, result.ToString()));
        var refused = new List<HostResult>
        {
            await Run(token, temporary, "verify-pin", "--pin-file", wrong),
            await Run(token, temporary, "unlock", "--administrator-pin-file", wrong, "--new-pin-file", own),
            await Run(token, temporary, "verify-pin", "--pin-file", temporary.At("nowhere")),
        };

        Assert.All(refused, result => Assert.Equal(2, result.ExitCode));
        Assert.Contains("The PIN is wrong.", refused[0].Error, StringComparison.Ordinal);
        Assert.Contains("The administrator's PIN is wrong.", refused[1].Error, StringComparison.Ordinal);
        Assert.All(said.Concat(refused), result =>
        {
            foreach (var secret in new[] { SoftToken.Pin, "86420864", "00000000", SoftToken.AdministratorPin })
                Assert.DoesNotContain(secret, result.ToString(), StringComparison.Ordinal);
        });
    }

    private static Task<HostResult> Run(SoftToken token, TemporaryFolder temporary, string command, params string[] arguments) =>
        HostProcess.RunConsole(temporary.Path, token.Environment, ["token", command, .. Place, .. arguments]);
}
