using ScCa.Seals.Structures;

namespace ScCa.Seals.Making;

/// <summary>A seal that is built and not signed: its id, the bytes that will be signed, and the way to sign them.</summary>
public sealed class UnsignedSeal
{
    private readonly byte[] toBeSigned;
    private readonly Func<byte[], ElectronicSeal> sign;

    internal UnsignedSeal(string esId, byte[] content, byte[] toBeSigned, Func<byte[], ElectronicSeal> sign) =>
        (EsId, Content, this.toBeSigned, this.sign) = (esId, content, toBeSigned, sign);

    public string EsId { get; }

    /// <summary>SES_SealInfo.</summary>
    public ReadOnlyMemory<byte> Content { get; }

    public ReadOnlyMemory<byte> ToBeSigned => toBeSigned;

    /// <summary>Signs exactly these bytes, and answers with what verifies.</summary>
    /// <exception cref="SealRefusedException">The signature does not verify; nothing is released.</exception>
    public ElectronicSeal Sign() => sign(toBeSigned);
}
