namespace Norda.Features.Fees;

/// <summary>Where members pay to. Section Norda:Fees.</summary>
public sealed class FeeOptions
{
    public const string Section = "Norda:Fees";

    /// <summary>As it stands in the transfer; without it, the chamber's own name.</summary>
    public string? Recipient { get; set; }

    /// <summary>26 digits, in groups as people read them.</summary>
    public string? BankAccount { get; set; }

    /// <summary>Where the bank gives each member an account number: the 8 to 18 digits behind the check digits that all of them share.</summary>
    public string? AccountPrefix { get; set; }

    /// <summary>Days after which the last statement is too old to remind anybody by.</summary>
    public int StaleAfterDays { get; set; } = 7;
}
