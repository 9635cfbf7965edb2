using Norda.Platform;

namespace Norda.Features.Fees.Statements.Reading;

/// <summary>One line of a statement. Money that went out is below zero, and so is money that the bank took back.</summary>
public sealed record BankLine(DateOnly BookedOn, decimal Amount, string Currency)
{
    public string? PayerName { get; init; }
    public string? PayerAccount { get; init; }
    public string? Title { get; init; }
    public string? Reference { get; init; }
    public string? VirtualAccount { get; init; }

    /// <summary>The bank takes back what came in before.</summary>
    public bool IsReversal { get; init; }

    /// <summary>Somebody has to look at it.</summary>
    public bool IsIncoming => Amount > 0 || IsReversal;
}

/// <summary>What a file says about itself; filled while its lines are read, and checked at the end of each account.</summary>
public sealed class StatementFacts
{
    private decimal? opening;
    private decimal sum;

    public string Format { get; set; } = "";

    /// <summary>Of the account that is being read.</summary>
    public string Currency { get; set; } = "PLN";

    public string? Account { get; set; }
    public DateOnly? From { get; private set; }
    public DateOnly? Through { get; private set; }

    /// <summary>Of the first statement in the file.</summary>
    public decimal? Opening { get; private set; }

    /// <summary>Of the last one.</summary>
    public decimal? Closing { get; private set; }

    public int Lines { get; private set; }

    public void Open(decimal balance)
    {
        (opening, sum) = (balance, 0);
        Opening ??= balance;
    }

    public BankLine Take(BankLine line)
    {
        sum += line.Amount;
        Lines++;
        From = From is { } from && from < line.BookedOn ? from : line.BookedOn;
        Through = Through is { } through && through > line.BookedOn ? through : line.BookedOn;
        return line;
    }

    /// <exception cref="BrokenStatementException">The lines do not lead from the opening balance to this one: some are missing.</exception>
    public void Close(decimal balance, int line)
    {
        if (opening is { } before && before + sum != balance)
            throw new BrokenStatementException(new("Wyciąg nie zgadza się sam ze sobą (wiersz {0}): saldo początkowe {1:N2} i suma operacji {2:N2} nie dają salda końcowego {3:N2}. Plik jest niepełny albo zmieniony. Pobierz go z banku jeszcze raz.", line, before, sum, balance));
        Closing = balance;
        (opening, sum) = (null, 0);
    }
}

/// <summary>The file cannot be taken; the reason says what to do, and nothing was changed.</summary>
public sealed class BrokenStatementException(Fault fault) : Exception(fault.ToString())
{
    public Fault Fault { get; } = fault;
}
