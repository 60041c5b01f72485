using System.Security.Cryptography;
using ScCa.Application.Ports;
using ScCa.Application.Privacy;
using ScCa.Stores.Memory;

namespace ScCa.Application.Tests.Privacy;

/// <summary>Personal data as it is wired in a host, over the ports given; opened anew it knows only what they hold.</summary>
internal sealed class PrivateRoom
{
    private PrivateRoom(ISubjectKeys keys, IMasterKey master, IMaterialStore store)
    {
        var random = new TestRandom();
        Vault = new SubjectVault(keys, master, random);
        var secret = new LastingSecret(Vault);
        Personal = new PersonalData(Vault, secret, random);
        Materials = new Materials(Vault, secret, store, random);
        Rotation = new MasterKeyRotation(keys, master, Vault);
    }

    public SubjectVault Vault { get; }

    public PersonalData Personal { get; }

    public Materials Materials { get; }

    public MasterKeyRotation Rotation { get; }

    public static PrivateRoom Open(ISubjectKeys? keys = null, IMasterKey? master = null, IMaterialStore? store = null) =>
        new(keys ?? new MemorySubjectKeys(), master ?? new TestMasterKey(1), store ?? new MemoryMaterialStore());

    private sealed class TestRandom : IRandomSource
    {
        public void Fill(Span<byte> bytes) => RandomNumberGenerator.Fill(bytes);
    }
}
