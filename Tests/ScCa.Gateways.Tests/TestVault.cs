using System.Security.Cryptography;
using System.Text;
using ScCa.Application.Intake;
using ScCa.Application.Ports;
using ScCa.Application.Privacy;
using ScCa.Domain.Payments;
using ScCa.Domain.People;
using ScCa.Stores.Memory;
using Xunit;

namespace ScCa.Gateways.Tests;

/// <summary>A vault in memory, which outlives the gateways that a test opens anew.</summary>
internal sealed class TestVault : IDisposable
{
    private readonly MemorySubjectKeys keys = new();
    private readonly LastingSecret secret;

    public TestVault()
    {
        var random = new CountedRandom(99);
        var vault = new SubjectVault(keys, new OneMasterKey(), random);
        secret = new LastingSecret(vault);
        Personal = new PersonalData(vault, secret, random);
        Payers = new Payers(Personal);
    }

    public PersonalData Personal { get; }

    public Payers Payers { get; }

    public async Task<string?> NameOf(Payer payer) => await Personal.Open(payer.Subject, "payer/name", payer.Name, TestContext.Current.CancellationToken);

    public Task Erase(SubjectId subject) => keys.Destroy(subject.Value, TestContext.Current.CancellationToken).AsTask();

    public void Dispose() => secret.Dispose();

    private sealed class OneMasterKey : IMasterKey
    {
        public IReadOnlyList<int> Versions => [1];

        public void Derive(int version, string purpose, Span<byte> key) =>
            HKDF.DeriveKey(HashAlgorithmName.SHA256, "a master key for tests"u8, key, [], Encoding.UTF8.GetBytes(purpose));

        public void Make(int version) => throw new NotSupportedException();

        public void Retire(int version) => throw new NotSupportedException();
    }
}
