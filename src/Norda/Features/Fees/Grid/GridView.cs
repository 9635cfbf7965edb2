namespace Norda.Features.Fees.Grid;

/// <summary>How a fee stands, as a cell shows it.</summary>
public enum CellKind { None, Paid, Partial, Overdue, Due, Waived, Cancelled }

public static class CellKinds
{
    public static CellKind Of(bool isCancelled, decimal amount, decimal waived, decimal paid, bool isPastDue)
    {
        if (isCancelled)
            return CellKind.Cancelled;
        if (amount - waived - paid <= 0)
            return waived == amount ? CellKind.Waived : CellKind.Paid;
        return paid > 0 ? CellKind.Partial : isPastDue ? CellKind.Overdue : CellKind.Due;
    }

    /// <summary>Key of the texts.</summary>
    public static string Word(CellKind kind) => kind switch
    {
        CellKind.Paid => "opłacona",
        CellKind.Partial => "częściowa",
        CellKind.Overdue => "zaległa",
        CellKind.Due => "do zapłaty",
        CellKind.Waived => "zwolniona",
        CellKind.Cancelled => "anulowana",
        _ => "nie naliczona",
    };
}

/// <summary>A fee in the grid, over the months that it is for; without a number, a month that nobody has charged.</summary>
public sealed record GridCell(int FirstMonth, int LastMonth, CellKind Kind, decimal Amount, decimal Left, DateOnly? Due, int? FeeId)
{
    public int Months => LastMonth - FirstMonth + 1;

    public string Css => Kind switch
    {
        CellKind.Paid => "fee fee-paid",
        CellKind.Partial => "fee fee-part",
        CellKind.Overdue => "fee fee-over",
        CellKind.Due => "fee fee-due",
        _ => "fee fee-none",
    };

    /// <summary>Class in the strip of twelve months on a phone.</summary>
    public string Strip => Kind switch
    {
        CellKind.Paid or CellKind.Waived => "p",
        CellKind.Partial => "h",
        CellKind.Overdue => "o",
        CellKind.Due => "d",
        _ => "f",
    };

    /// <summary>Key of the texts.</summary>
    public string Word => CellKinds.Word(Kind);
}

/// <summary>A firm's year. Balance: credit less arrears, of all years.</summary>
public sealed record GridRow(int CompanyId, string Slug, string Name, string? Town, int? CategoryId, decimal Credit, decimal Arrears)
{
    public IReadOnlyList<GridCell> Cells { get; init; } = [];

    /// <summary>PLN a month, by the latest fee of the year.</summary>
    public decimal? Monthly { get; init; }

    public decimal Balance => Credit - Arrears;
}

/// <summary>Footer of a month: how many of its fees are paid.</summary>
public sealed record MonthShare(int Month, int Fees, int Paid)
{
    public int? Percent => Fees == 0 ? null : (int)Math.Round(100m * Paid / Fees, MidpointRounding.AwayFromZero);
}

/// <summary>Key figures above the grid.</summary>
public sealed record GridFigures(decimal Charged, decimal Waived, decimal Paid, decimal Arrears, int ArrearsFirms, int PartialFirms, int MonthOpen, int MonthFees, DateOnly? MonthDue)
{
    /// <summary>Of what is to be paid: what was waived nobody owes.</summary>
    public decimal? PaidPercent => Charged == Waived ? null : Math.Round(100 * Paid / (Charged - Waived), 1, MidpointRounding.AwayFromZero);
}
