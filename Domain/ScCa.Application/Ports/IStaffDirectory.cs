namespace ScCa.Application.Ports;

/// <summary>A member of staff who may work in the back office.</summary>
public sealed record StaffMember(string Id, string DisplayName);

/// <summary>Who works here.</summary>
public interface IStaffDirectory
{
    IReadOnlyList<StaffMember> All { get; }

    StaffMember? Find(string id);
}
