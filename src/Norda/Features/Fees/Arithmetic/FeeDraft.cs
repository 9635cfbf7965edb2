namespace Norda.Features.Fees.Arithmetic;

/// <summary>What a firm is to owe for some months of a year.</summary>
public sealed record FeeDraft(int CompanyId, int Year, int FirstMonth, int LastMonth, decimal Amount, decimal Entry, decimal Waived, FeeExemption? Exemption, DateOnly Due, FeeRate? Rate)
{
    /// <summary>For somebody who asks why.</summary>
    public string Basis { get; init; } = "";
}

/// <summary>Months of a fee that is there already.</summary>
public sealed record Charged(int FirstMonth, int LastMonth);

/// <summary>What a firm's year comes to: fees that are missing, and for each one that is there, what it would be today.</summary>
public sealed record YearOfFees(IReadOnlyList<FeeDraft> Missing, IReadOnlyList<FeeDraft> Expected);
