using System.Security.Cryptography;
using ScCa.Signing;

namespace ScCa.Issuance.KeyManagement;

/// <summary>Custodians who bring their shares together.</summary>
internal static class CustodianMeeting
{
    /// <summary>The archive's private key, which the caller disposes of.</summary>
    /// <exception cref="KeyManagementRefusedException">The shares are too few, of one person, wrong or another archive's.</exception>
    public static Sm2PrivateKey Unite(ArchiveCharter charter, IReadOnlyList<CustodianShare> shares)
    {
        foreach (var share in shares)
            RefuseOthers(charter, share);
        var distinct = shares.DistinctBy(share => share.Number).ToList();
        if (distinct.DistinctBy(share => share.Custodian, StringComparer.OrdinalIgnoreCase).Count() < 2)
            throw new KeyManagementRefusedException(shares.Count < 2 ? KeyManagementRefusal.SharesTooFew : KeyManagementRefusal.SharesOfOnePerson);
        if (distinct.Count < charter.Threshold)
            throw new KeyManagementRefusedException(KeyManagementRefusal.SharesTooFew);
        Span<byte> scalar = stackalloc byte[Sm2PrivateKey.SizeInBytes];
        try
        {
            SecretSharing.Combine([.. distinct.Select(share => (share.Number, share.Octets))], scalar);
            var key = Sm2PrivateKey.FromScalar(scalar);
            if (key.PublicKey.Equals(charter.Key()))
                return key;
            key.Dispose();
        }
        catch (Sm2RefusedException e)
        {
            throw new KeyManagementRefusedException(KeyManagementRefusal.ShareWrong, e);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(scalar);
        }

        throw new KeyManagementRefusedException(KeyManagementRefusal.ShareWrong);
    }

    private static void RefuseOthers(ArchiveCharter charter, CustodianShare share)
    {
        var isKnown = charter.Custodians.Any(custodian => custodian.Number == share.Number && custodian.Name == share.Custodian
            && custodian.Commitment == ArchiveCharter.CommitmentTo(share.Octets));
        if (!isKnown || share.Archive != charter.KeyName() || share.Octets.Length != Sm2PrivateKey.SizeInBytes)
            throw new KeyManagementRefusedException(KeyManagementRefusal.ShareWrong);
    }
}
