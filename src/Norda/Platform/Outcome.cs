namespace Norda.Platform;

/// <summary>The answer of an operation that may be refused for a reason that the person can read.</summary>
public sealed record Outcome(string? Refusal, string? Field = null)
{
    public static readonly Outcome Done = new((string?)null);

    public bool Refused => Refusal is not null;

    public static Outcome Refuse(string why, string? field = null) => new(why, field);
}
