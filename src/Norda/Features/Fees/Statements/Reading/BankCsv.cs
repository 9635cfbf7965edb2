using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Norda.Features.Directory.Import;

namespace Norda.Features.Fees.Statements.Reading;

/// <summary>Tables of banks: those of mBank, PKO, ING, Nest and Santander are known by their headings, others by what a person explained.</summary>
internal sealed partial class BankCsv
{
    private const int SearchedRows = 60;
    private const int SampleRows = 6;
    private const int FewestColumns = 3;

    private readonly Func<IEnumerable<TableRow>> rows;
    private readonly int headingLine;
    private readonly CsvColumns columns;

    private BankCsv(string? bank, UnknownTable? unknown, Func<IEnumerable<TableRow>> rows, int headingLine, CsvColumns columns) =>
        (Bank, Unknown, this.rows, this.headingLine, this.columns) = (bank, unknown, rows, headingLine, columns);

    /// <summary>Null for a bank that a person explained.</summary>
    public string? Bank { get; }

    public UnknownTable? Unknown { get; }

    private static readonly (string Bank, string[] Signs, string[] Date, string Amount, string Title, string? Name, string? Account, string? Currency, string? Reference)[] Known =
    [
        ("mBank", ["nadawca odbiorca", "numer konta", "tytul"], ["data ksiegowania", "data operacji"], "kwota", "tytul", "nadawca odbiorca", "numer konta", null, null),
        ("mBank", ["opis operacji", "rachunek", "kategoria"], ["data operacji"], "kwota", "opis operacji", null, null, null, null),
        ("PKO BP", ["data waluty", "typ transakcji", "opis transakcji"], ["data operacji"], "kwota", "opis transakcji", null, null, "waluta", null),
        ("ING", ["dane kontrahenta", "tytul", "nr rachunku"], ["data ksiegowania", "data transakcji"], "kwota transakcji waluta rachunku", "tytul", "dane kontrahenta", "nr rachunku", "waluta", "nr transakcji"),
        ("Nest Bank", ["rodzaj operacji", "dane kontrahenta", "tytul operacji"], ["data ksiegowania", "data operacji"], "kwota", "tytul operacji", "dane kontrahenta", null, "waluta", null),
    ];

    public static BankCsv Recognise(Stream content, Encoding encoding, IReadOnlyDictionary<string, CsvColumns> explained)
    {
        (string Sign, int Widest, List<TableRow> Rows) best = ("", 0, []);
        foreach (var sign in (string[])[";", ",", "\t", "|"])
        {
            var start = Start(content, encoding, sign);
            if (Heading(start) is { } known)
                return new(known.Bank, null, () => CsvRows.Read(content, encoding, sign), known.Line, known.Columns);
            if (Santander(start))
                return new("Santander", null, () => CsvRows.Read(content, encoding, sign), 1, new(1, 5, 2, 3, 4));
            if (start.Count > 0 && start.Max(r => r.Cells.Length) is var widest && widest > best.Widest)
                best = (sign, widest, start);
        }

        if (best.Widest < FewestColumns)
            throw new BrokenStatementException(new("Nie rozpoznajemy tego pliku. Pobierz z banku wyciąg w formacie MT940, CAMT.053 albo CSV."));
        var heading = best.Rows.FirstOrDefault(r => r.Cells.Count(c => !string.IsNullOrWhiteSpace(c)) >= FewestColumns) ?? best.Rows[0];
        var print = Fingerprint(heading);
        var chosen = explained.GetValueOrDefault(print);
        var unknown = chosen is null ? Explain(print, heading, best.Rows) : null;
        return new(null, unknown, () => CsvRows.Read(content, encoding, best.Sign), heading.Line, chosen ?? unknown!.Guess);
    }

    public IEnumerable<BankLine> Read(StatementFacts facts)
    {
        foreach (var row in rows())
        {
            if (row.Line <= headingLine)
            {
                facts.Account ??= row.Cells.Select(BankText.Account).FirstOrDefault(a => a is { Length: 26 } && a.All(char.IsAsciiDigit));
                continue;
            }

            if (BankText.Day(row[columns.Date]) is not { } day || row[columns.Amount].Trim() is not { Length: > 0 } written)
                continue; // footers, notes, blocked amounts
            if (BankText.Amount(written) is not { } amount)
                throw BankText.Broken(row.Line);
            var line = new BankLine(day, amount, CurrencyOf(row, written)) { Reference = BankText.Line(Cell(row, columns.Reference)?.Trim('\''), BankStatementMap.LongestReference) };
            yield return facts.Take(Bank == "PKO BP" ? WithLabels(line, row) : line with
            {
                Title = BankText.Line(Cell(row, columns.Title), BankStatementMap.LongestTitle),
                PayerName = BankText.Name(Cell(row, columns.Name)),
                PayerAccount = BankText.Account(Cell(row, columns.Account)),
            });
        }
    }

    private string CurrencyOf(TableRow row, string amount)
    {
        var text = string.Concat((Cell(row, columns.Currency) is { Length: > 0 } own ? own : amount).Where(char.IsAsciiLetter)).ToUpperInvariant();
        return text.Length == 3 ? text : text.Length == 0 ? "PLN" : "???";
    }

    /// <summary>PKO writes all of it into the last columns, each behind its name.</summary>
    private BankLine WithLabels(BankLine line, TableRow row)
    {
        var text = string.Join(' ', row.Cells.Skip(columns.Title));
        var found = Labels().Matches(text);
        var values = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < found.Count; i++)
            values.TryAdd(found[i].Groups[1].Value, text[(found[i].Index + found[i].Length)..(i + 1 < found.Count ? found[i + 1].Index : text.Length)]);
        string? Value(string name) => values.GetValueOrDefault(name);
        return line with
        {
            Title = BankText.Line(Value("Tytuł") ?? Value("Tytul") ?? (found.Count == 0 ? text : null), BankStatementMap.LongestTitle),
            PayerName = BankText.Name(Value("Nazwa nadawcy")),
            PayerAccount = BankText.Account(Value("Rachunek nadawcy")),
            Reference = BankText.Line(Value("Numer referencyjny"), BankStatementMap.LongestReference),
        };
    }

    private static string? Cell(TableRow row, int column) => column >= 0 ? row[column] : null;

    private static List<TableRow> Start(Stream content, Encoding encoding, string sign)
    {
        try
        {
            return [.. CsvRows.Read(content, encoding, sign).Take(SearchedRows)];
        }
        catch (BrokenFileException)
        {
            return []; // said again when the file is read, if this is its sign
        }
    }

    private static (string Bank, int Line, CsvColumns Columns)? Heading(List<TableRow> start)
    {
        foreach (var row in start)
        {
            var names = row.Cells.Select(Headings.Fold).ToList();
            foreach (var bank in Known.Where(k => k.Signs.All(names.Contains) && names.Contains(k.Amount) && k.Date.Any(names.Contains)))
            {
                int At(string? name) => name is null ? -1 : names.IndexOf(name);
                var amount = At(bank.Amount);
                var currency = bank.Currency is null ? -1 : names.IndexOf(bank.Currency, amount);
                return (bank.Bank, row.Line, new(At(bank.Date.First(names.Contains)), amount, At(bank.Title), At(bank.Name), At(bank.Account), currency, At(bank.Reference)));
            }
        }

        return null;
    }

    /// <summary>No headings: a line about the file, then two days, title, party, account, amount and balance.</summary>
    private static bool Santander(List<TableRow> start) => start.Count > 1 && start[1] is { Cells.Length: >= 7 } row
        && BankText.Day(row[0]) is not null && BankText.Day(row[1]) is not null && BankText.Amount(row[5]) is not null && BankText.Amount(row[6]) is not null && start[0].Cells.Any(c => BankText.Account(c) is { Length: 26 });

    private static string Fingerprint(TableRow heading) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('|', heading.Cells.Select(Headings.Fold)))));

    private static UnknownTable Explain(string fingerprint, TableRow heading, List<TableRow> start)
    {
        var names = heading.Cells.Take(CsvColumns.Most).Select(Headings.Fold).ToList();
        int Like(params string[] words) => names.FindIndex(n => words.Any(w => n.Contains(w, StringComparison.Ordinal)));
        var guess = new CsvColumns(Like("data", "date"), Like("kwota", "amount", "wartosc"), Like("tytul", "opis", "title", "description"), Like("nadawca", "kontrahent", "nazwa", "name", "sender"), Like("rachun", "konto", "iban", "account"), Like("walut", "currency"), Like("referenc", "nr transakcji", "numer transakcji"));
        return new(fingerprint, [.. heading.Cells.Take(CsvColumns.Most).Select(c => BankText.Line(c, 60) ?? "")], [.. start.Where(r => r.Line > heading.Line).Take(SampleRows).Select(r => (IReadOnlyList<string>)[.. r.Cells.Take(CsvColumns.Most).Select(c => BankText.Line(c, 60) ?? "")])], guess);
    }

    [GeneratedRegex(@"(?<label>Rachunek nadawcy|Rachunek odbiorcy|Nazwa nadawcy|Nazwa odbiorcy|Adres nadawcy|Adres odbiorcy|Tytuł|Tytul|Lokalizacja|Numer telefonu|Numer referencyjny|Referencje własne zleceniodawcy|Operacja|Data wykonania)\s*:\s*", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: BankText.MatchTimeout)]
    private static partial Regex Labels();
}
