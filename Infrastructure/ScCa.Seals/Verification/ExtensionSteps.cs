using System.Collections.Immutable;
using ScCa.Seals.Structures;

namespace ScCa.Seals.Verification;

internal static class ExtensionSteps
{
    // As in X.509: who does not understand a critical extension does not understand the whole.
    public static SealFinding? Failure(ImmutableArray<SealExtension> extensions, SealPolicy policy) =>
        extensions.Any(e => e.IsCritical && !policy.KnownExtensions.Contains(e.Oid)) ? SealFinding.ExtensionUnknown : null;
}
