namespace ScCa.Pki.Messages;

/// <summary>How the signers of a message fared, in their order.</summary>
public sealed record MessageVerdict(IReadOnlyList<SignerVerdict> Signers)
{
    /// <summary>Whether somebody signed, and everybody who signed is good. A message of certificates alone has no signers and is not good.</summary>
    public bool IsGood => Signers.Count > 0 && Signers.All(signer => signer.IsGood);
}
