using Norda.Platform.Access;

namespace Norda.Platform.Contributions;

/// <summary>
/// A section that a feature adds to the start page: register one as a singleton. Component is a view component without arguments that
/// asks the database once at most, and renders nothing when it has nothing to say.
/// </summary>
public sealed record StartPanel(Type Component, int Order)
{
    /// <summary>Stands in the narrow column.</summary>
    public bool IsAside { get; init; }

    /// <summary>What the section needs beside the common stylesheet: "events.css", "js/rsvp.js".</summary>
    public string? Style { get; init; }

    public string? Script { get; init; }

    public (Resource Resource, Act Act) Requires { get; init; } = (Resource.Start, Act.Read);
}
