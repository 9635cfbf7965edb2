namespace Norda.Platform;

/// <summary>The answer of an operation that may be refused for a reason that the person can read.</summary>
public sealed record Outcome(string? Refusal, string? Field = null)
{
    public static readonly Outcome Done = new((string?)null);

    /// <summary>Refused for having come too often: when it may be tried again.</summary>
    public TimeSpan? Wait { get; init; }

    public bool Refused => Refusal is not null;

    public static Outcome Refuse(string why, string? field = null) => new(why, field);
}
