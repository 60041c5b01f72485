using ScCa.Seals.Structures;
using ScCa.Seals.Verification;

namespace ScCa.Seals.Tests.Verification;

internal sealed class FixedRegister(SealState state) : ISealRegister
{
    public SealState StateAt(ElectronicSeal seal, DateTimeOffset instant) => state;
}
