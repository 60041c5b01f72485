using ScCa.Application.Ports;
using ScCa.Issuance;
using ScCa.Issuance.Chain;
using ScCa.Issuance.KeyManagement;
using ScCa.Keys;
using ScCa.Pki;
using ScCa.Seals;

namespace ScCa.Composition.Authority;

/// <summary>What the rooms behind refuse, told as one kind of refusal.</summary>
internal static class Refusing
{
    /// <exception cref="OperationRefusedException">A room refused.</exception>
    public static T Told<T>(Func<T> operation, string? place = null)
    {
        try
        {
            return operation();
        }
        catch (Exception e) when (RefusalOf(e, place) is { } refusal)
        {
            throw new OperationRefusedException(refusal, e);
        }
    }

    /// <summary>The same of what takes its time.</summary>
    /// <exception cref="OperationRefusedException">A room refused.</exception>
    public static async Task<T> ToldLater<T>(Func<ValueTask<T>> operation, string? place = null)
    {
        try
        {
            return await operation().ConfigureAwait(false);
        }
        catch (Exception e) when (RefusalOf(e, place) is { } refusal)
        {
            throw new OperationRefusedException(refusal, e);
        }
    }

    private static OperationRefusal? RefusalOf(Exception exception, string? place) => exception switch
    {
        PkiRefusedException refused => new(refused.Refusal.ToString(), refused.ZhCn, refused.En, place),
        SealRefusedException refused => new(refused.Refusal.ToString(), refused.ZhCn, refused.En, refused.Place ?? place),
        KeyRefusedException refused => new(refused.Code, refused.ZhCn, refused.En),
        AuthorityRefusedException refused => new(refused.Code, refused.ZhCn, refused.En),
        KeyManagementRefusedException refused => new(refused.Refusal.ToString(), refused.ZhCn, refused.En, place),
        ChainBrokenException broken => new(nameof(ChainBrokenException)[..^nameof(Exception).Length], broken.ZhCn, broken.En),
        IssuanceRefusedException { Findings: [var first, ..] } => new(first.Id, first.ZhCn, first.En, first.Source),
        _ => null,
    };
}
