using ScCa.Domain.Certificates;
using ScCa.Domain.Platforms;

namespace ScCa.Domain.Applications;

/// <summary>A paper that was uploaded, posted or presented (申请资料), with the digest of what is kept of it.</summary>
/// <param name="ReturnedFor">Why it has to be given anew; null while it stands.</param>
public sealed record Material(MaterialId Id, Digest Digest, string? ReturnedFor)
{
    public bool Stands => ReturnedFor is null;
}
