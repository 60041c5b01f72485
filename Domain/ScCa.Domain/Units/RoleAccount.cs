namespace ScCa.Domain.Units;

/// <summary>What a unit has said about its account of one kind on a platform, and what became of it (U4).</summary>
public abstract record RoleAccount;

/// <summary>Checked and saved; the platform's review is to come.</summary>
public sealed record PendingRoleAccount(RoleAccountName Name) : RoleAccount;

public sealed record ApprovedRoleAccount(RoleAccountName Name) : RoleAccount;

public sealed record RejectedRoleAccount(RoleAccountName Name, string Reason) : RoleAccount;

/// <summary>The unit has no account of this kind, and has said so (无账号).</summary>
public sealed record AbsentRoleAccount : RoleAccount;
