namespace Norda.Platform.Access;

/// <summary>What a person may be. Several at once: a treasurer may also manage a firm.</summary>
public enum Role
{
    /// <summary>Anybody, signed in or not.</summary>
    Visitor,

    /// <summary>Has an account, whether the address is proven or not.</summary>
    SignedIn,

    /// <summary>Proved the address and belongs to a firm that let them in, or is one of the staff.</summary>
    Member,

    /// <summary>Keeps the profile of at least one firm.</summary>
    Manager,
    Moderator,
    Treasurer,
    Auditor,
    Office,
    Admin,
}

/// <summary>What a person may do for one firm: see its room, keep its profile, and let others in.</summary>
public enum CompanyRole { Viewer, Editor, Owner }
