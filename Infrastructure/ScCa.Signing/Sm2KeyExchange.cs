using System.Security.Cryptography;
using ScCa.Signing.Curve;
using ScCa.Signing.Fast;
using ScCa.Signing.Formats;

namespace ScCa.Signing;

/// <summary>
/// One side of one key exchange (GB/T 32918.3). Both send their ephemeral points, agree, and may then confirm to each other that they came
/// to the same key. For one thread; what is secret lies in pinned memory and is wiped when disposed of.
/// </summary>
public sealed class Sm2KeyExchange : IDisposable
{
    public const int ConfirmationSizeInBytes = Sm3.HashSizeInBytes;

    // 2¹²⁷ − 1, and w = 127.
    private const ulong LowMask = ulong.MaxValue >> 1;
    private const ulong TopBit = 1UL << 63;

    private readonly bool isInitiator;
    private readonly Sm2PublicKey peer;
    private readonly Secrets[] secrets = GC.AllocateArray<Secrets>(1, pinned: true);
    private readonly byte[] own = new byte[Sm3.HashSizeInBytes];
    private readonly byte[] other = new byte[Sm3.HashSizeInBytes];
    private readonly AffinePoint ephemeral;
    private AffinePoint peerEphemeral;
    private bool agreed;
    private bool disposed;

    /// <summary>The initiator is the standard's A, the other its B.</summary>
    public Sm2KeyExchange(bool isInitiator, Sm2PrivateKey key, ReadOnlySpan<byte> identity, Sm2PublicKey peer, ReadOnlySpan<byte> peerIdentity)
        : this(isInitiator, key, identity, peer, peerIdentity, Sm2PrivateKey.Generate())
    {
    }

    internal Sm2KeyExchange(
        bool isInitiator, Sm2PrivateKey key, ReadOnlySpan<byte> identity, Sm2PublicKey peer, ReadOnlySpan<byte> peerIdentity, Sm2PrivateKey ephemeral)
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(peer);
        this.isInitiator = isInitiator;
        this.peer = peer;
        using (ephemeral)
        {
            this.ephemeral = ephemeral.PublicKey.Point;
            key.PublicKey.HashIdentity(identity, own);
            peer.HashIdentity(peerIdentity, other);
            // tA = (dA + x̄1·rA) mod n
            secrets[0].T = Scalar.Add(key.Scalar, Sm2Path.Chosen.MultiplyModN(Shortened(this.ephemeral.X), ephemeral.Scalar));
        }
    }

    /// <summary>Writes this side's ephemeral point, 04 ‖ X ‖ Y, which the other needs.</summary>
    public void ExportEphemeralPoint(Span<byte> destination)
    {
        Lengths.AtLeast(destination, KeyFormat.PointBytes);
        KeyFormat.WritePoint(ephemeral, destination);
    }

    /// <summary>Fills <paramref name="key"/> with the agreed key. Once only.</summary>
    public void Agree(ReadOnlySpan<byte> peerEphemeralPoint, Span<byte> key)
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        if (agreed)
            throw new InvalidOperationException("An exchange agrees once: its ephemeral key serves no second.");
        var path = Sm2Path.Chosen;
        if (!KeyFormat.TryReadPoint(peerEphemeralPoint, out peerEphemeral) || !path.IsOnCurve(peerEphemeral))
            throw new Sm2RefusedException(Sm2Refusal.PeerPointRejected);
        // U = [tA](PB + [x̄2]RB)
        if (!path.Multiply(peerEphemeral, Shortened(peerEphemeral.X), out var scaled)
            || !path.Add(peer.Point, scaled, out var sum)
            || !path.Multiply(sum, secrets[0].T, out secrets[0].U))
            throw new Sm2RefusedException(Sm2Refusal.PeerPointRejected);
        agreed = true;
        Derive(key);
    }

    /// <summary>Writes what proves to the other side that this one has the key: the standard's SB from B, SA from A.</summary>
    public void Confirm(Span<byte> destination)
    {
        Lengths.AtLeast(destination, ConfirmationSizeInBytes);
        Confirmation(isInitiator ? (byte)3 : (byte)2, destination);
    }

    /// <summary>Whether the other side has proved that it has the key.</summary>
    public bool IsConfirmedBy(ReadOnlySpan<byte> confirmation)
    {
        Span<byte> expected = stackalloc byte[ConfirmationSizeInBytes];
        Confirmation(isInitiator ? (byte)2 : (byte)3, expected);
        return CryptographicOperations.FixedTimeEquals(expected, confirmation);
    }

    public void Dispose()
    {
        disposed = true;
        Wipe.Values<Secrets>(secrets);
    }

    // x̄ = 2ʷ + (x & (2ʷ − 1))
    private static U256 Shortened(in U256 x) => new(0, 0, (x.L1 & LowMask) | TopBit, x.L0);

    // K = KDF(xU ‖ yU ‖ ZA ‖ ZB)
    private void Derive(Span<byte> key)
    {
        Span<byte> shared = stackalloc byte[AffinePoint.Bytes];
        secrets[0].U.Write(shared);
        var state = Sm3State<UnrolledSm3>.Start();
        state.Append(shared);
        state.Append(isInitiator ? own : other);
        state.Append(isInitiator ? other : own);
        Sm3Kdf.Derive(state, key);
        state.Clear();
        CryptographicOperations.ZeroMemory(shared);
    }

    // SM3(prefix ‖ yU ‖ SM3(xU ‖ ZA ‖ ZB ‖ RA ‖ RB))
    private void Confirmation(byte prefix, Span<byte> destination)
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        if (!agreed)
            throw new InvalidOperationException("There is nothing to confirm before the sides agree.");
        Span<byte> shared = stackalloc byte[AffinePoint.Bytes];
        Span<byte> point = stackalloc byte[AffinePoint.Bytes];
        Span<byte> hash = stackalloc byte[Sm3.HashSizeInBytes];
        secrets[0].U.Write(shared);
        var inner = Sm3State<UnrolledSm3>.Start();
        inner.Append(shared[..U256.Bytes]);
        inner.Append(isInitiator ? own : other);
        inner.Append(isInitiator ? other : own);
        (isInitiator ? ephemeral : peerEphemeral).Write(point);
        inner.Append(point);
        (isInitiator ? peerEphemeral : ephemeral).Write(point);
        inner.Append(point);
        inner.Finish(hash);
        var outer = Sm3State<UnrolledSm3>.Start();
        outer.Append([prefix]);
        outer.Append(shared[U256.Bytes..]);
        outer.Append(hash);
        outer.Finish(destination);
        CryptographicOperations.ZeroMemory(shared);
    }

    private struct Secrets
    {
        public U256 T;
        public AffinePoint U;
    }
}
