namespace Norda.Features.Fees;

/// <summary>Where members pay to. Section Norda:Fees.</summary>
public sealed class FeeOptions
{
    public const string Section = "Norda:Fees";

    /// <summary>As it stands in the transfer; without it, the chamber's own name.</summary>
    public string? Recipient { get; set; }

    /// <summary>26 digits, in groups as people read them.</summary>
    public string? BankAccount { get; set; }
}
