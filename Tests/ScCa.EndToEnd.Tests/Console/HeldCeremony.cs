using System.Text.Json;
using ScCa.Testing;
using Xunit;

namespace ScCa.EndToEnd.Tests.Console;

[CollectionDefinition(nameof(HeldCeremony))]
public sealed class HeldCeremonyTogether : ICollectionFixture<HeldCeremony>;

/// <summary>A real authority, made once by <c>scca ca init</c> for all tests that only look at it, and a holder whom it has certified.</summary>
public sealed class HeldCeremony : IAsyncLifetime
{
    public const string Organization = "某某数字认证有限公司";

    public const string Name = "某某 CA";

    public const string Password = "only known to this test";

    private const string HolderSubject = "/C=CN/O=某某工程有限公司/CN=某某工程有限公司";

    private readonly TemporaryFolder temporary = new();

    public HostResult Result { get; private set; } = new(-1, "", "");

    public string Path => temporary.Path;

    public string Authority => temporary.At("authority");

    public string PasswordFile => temporary.At("password");

    public string Data => temporary.At("data");

    public string At(string name) => temporary.At(name);

    public string Of(string name) => System.IO.Path.Combine(Authority, name);

    public string[] Trust(string algorithm) => ["--root", Of($"root-{algorithm}.crt"), "--intermediate", Of($"issuing-{algorithm}.crt")];

    public async ValueTask InitializeAsync()
    {
        Secret("password", Password);
        Result = await Init(Authority, "--algorithm", "sm2", "p256", "--custodian", "甲", "--custodian", "乙", "--custodian", "丙", "--threshold", "2");
        if (OpenSsl.IsThere)
            CertifyHolder();
    }

    public Task<HostResult> Init(string folder, params string[] more) => Init(folder, Data, more);

    public Task<HostResult> Init(string folder, string data, string[] more) => Run(
        ["ca", "init", "--folder", folder, "--password-file", PasswordFile, "--organization", Organization, "--name", Name, "--data", data, .. more]);

    public Task<HostResult> Run(params string[] arguments) => HostProcess.RunConsole(temporary.Path, arguments);

    /// <summary>Runs in both languages, which must refuse alike; answers with what was said in each.</summary>
    public async Task<(string ZhCn, string En)> Refused(int exitCode, params string[] arguments)
    {
        var said = await Task.WhenAll(Refusal(exitCode, arguments), Refusal(exitCode, [.. arguments, "--lang", "en"]));
        return (said[0], said[1]);
    }

    /// <summary>What a refusal says.</summary>
    public async Task<string> Refusal(int exitCode, params string[] arguments)
    {
        var result = await Run(arguments);
        Assert.True(result.ExitCode == exitCode, result.ToString());
        return result.Error;
    }

    public async Task<JsonElement> Json(int exitCode, params string[] arguments)
    {
        var result = await Run([.. arguments, "--json"]);
        Assert.True(result.ExitCode == exitCode, result.ToString());
        return JsonDocument.Parse(result.Out).RootElement;
    }

    /// <summary>A file that only its owner may read.</summary>
    public string Secret(string name, string content)
    {
        File.WriteAllText(At(name), content + "\n");
        Hide(At(name));
        return At(name);
    }

    /// <summary>A copy that a test may work on.</summary>
    public string Copy()
    {
        var copy = Directory.CreateDirectory(At(System.IO.Path.GetRandomFileName())).FullName;
        foreach (var file in Directory.EnumerateFiles(Authority))
            File.Copy(file, System.IO.Path.Combine(copy, System.IO.Path.GetFileName(file)));
        return copy;
    }

    public ValueTask DisposeAsync()
    {
        temporary.Dispose();
        return ValueTask.CompletedTask;
    }

    // The authority's key signs for another program here, which thereby proves that it can be read by one.
    private void CertifyHolder()
    {
        using var openSsl = new OpenSsl();
        Secret("holder.password", Password);
        File.WriteAllText(At("holder.cnf"), "keyUsage=critical,digitalSignature,nonRepudiation\nsubjectKeyIdentifier=hash\nauthorityKeyIdentifier=keyid\n");
        var pass = $"file:{At("holder.password")}";
        Must("genpkey", "-algorithm", "SM2", "-aes-256-cbc", "-pass", pass, "-out", At("holder.key"));
        Hide(At("holder.key"));
        Must("req", "-new", "-key", At("holder.key"), "-passin", pass, "-sm3", "-sigopt", OpenSsl.Sm2Identity, "-utf8", "-subj", HolderSubject, "-out", At("holder.csr"));
        Must(
            "x509", "-req", "-in", At("holder.csr"), "-vfyopt", OpenSsl.Sm2Identity, "-CA", Of("issuing-sm2.crt"), "-CAkey", Of("issuing-sm2.key.pem"), "-passin",
            $"file:{PasswordFile}", "-sm3", "-sigopt", OpenSsl.Sm2Identity, "-days", "365", "-extfile", At("holder.cnf"), "-set_serial", "0x1122334455667788AA", "-out", At("holder.crt"));

        void Must(params string[] arguments)
        {
            var (exitCode, text) = openSsl.Run(arguments);
            Assert.True(exitCode == 0, text);
        }
    }

    private static void Hide(string file)
    {
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }
}
