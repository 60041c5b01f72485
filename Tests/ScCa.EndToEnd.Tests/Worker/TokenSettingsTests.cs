using System.Text.Json;
using ScCa.EndToEnd.Tests.Console;
using Xunit;

namespace ScCa.EndToEnd.Tests.Worker;

/// <summary>The authority's key is in a token, or what is wrong with that is told as ST3.</summary>
public sealed class TokenSettingsTests
{
    [Fact]
    public async Task An_authority_whose_key_is_in_a_token_is_real_and_only_the_other_parts_are_missing()
    {
        using var temporary = new TemporaryFolder();
        var token = new SoftToken(temporary);

        var result = await Start(temporary, token, token.ImportAuthority("ca"), Settings(token));

        Assert.DoesNotContain("ST3 ", result.Error, StringComparison.Ordinal);
        Assert.Contains("ST1 ", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(SoftToken.Pin, result.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Label", "another", "The token another is not there")]
    [InlineData("KeyLabel", "another", "The token has no private key another")]
    [InlineData("ModuleFile", "nowhere.so", "There is no PKCS#11 library nowhere.so")]
    [InlineData("PinFile", "nowhere.pin", "There is no file nowhere.pin")]
    [InlineData("PinFile", "wrong.pin", "The PIN is wrong.")]
    [InlineData("MakerFile", "nowhere.json", "nowhere.json cannot be used")]
    [InlineData("PinFile", "", "Authority:Token:PinFile is missing")]
    [InlineData("ModuleFile", "", "Authority:Token:ModuleFile is missing")]
    [InlineData("Label", "", "Authority:Token:Label is missing")]
    [InlineData("KeyLabel", "", "Authority:Token:KeyLabel is missing")]
    [InlineData("KeyId", "0g", "Authority:Token:KeyId")]
    [InlineData("SessionsMax", "0", "Authority:Token:SessionsMax")]
    [InlineData("WaitSeconds", "soon", "Authority:Token:WaitSeconds")]
    public async Task What_is_wrong_with_the_token_or_its_settings_is_told_as_ST3(string setting, string value, string expected)
    {
        using var temporary = new TemporaryFolder();
        var token = new SoftToken(temporary);
        token.Secret("wrong.pin", "00000000");
        var settings = Settings(token);
        settings[setting] = value;

        var result = await Start(temporary, token, token.ImportAuthority("ca"), settings);

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("ST3 ", result.Error, StringComparison.Ordinal);
        Assert.Contains(expected, result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("00000000", result.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_of_another_certificate_and_a_key_that_is_configured_twice_are_refused()
    {
        using var temporary = new TemporaryFolder();
        var token = new SoftToken(temporary);
        token.ImportAuthority("other");
        var certificate = token.ImportAuthority("ca");
        var settings = Settings(token);
        settings["KeyLabel"] = "other";

        var another = await Start(temporary, token, certificate, settings);
        var twice = await Start(temporary, token, certificate, Settings(token), ("KeyFile", "ca.key"));

        Assert.Contains("is not the key of the CA certificate", another.Error, StringComparison.Ordinal);
        Assert.Contains("configured twice", twice.Error, StringComparison.Ordinal);
    }

    private static Dictionary<string, string> Settings(SoftToken token) => new()
    {
        ["ModuleFile"] = SoftToken.ModuleFile,
        ["Label"] = SoftToken.Label,
        ["KeyLabel"] = "ca",
        ["PinFile"] = token.Secret("token.pin", SoftToken.Pin),
    };

    private static async Task<HostResult> Start(
        TemporaryFolder temporary, SoftToken token, string certificate, Dictionary<string, string> settings, params (string Name, string Value)[] more)
    {
        var authority = more.ToDictionary(m => m.Name, object (m) => m.Value);
        authority["CertificateFile"] = certificate;
        authority["Token"] = settings;
        await File.WriteAllTextAsync(
            temporary.At("appsettings.json"), JsonSerializer.Serialize(new { Authority = authority }), TestContext.Current.CancellationToken);
        return await HostProcess.RunWorker(temporary.Path, token.Environment, "--once");
    }
}
