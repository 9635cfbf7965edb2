using Norda.Platform;

namespace Norda.Features.Directory.Import;

/// <summary>
/// Reads one row. A wrong name or NIP refuses it; any other wrong value is left out, told in a remark, and kept in the
/// row's leftover. Numbers of persons never get that far.
/// </summary>
internal sealed class RowReader(ColumnMap columns)
{
    private const int MostServices = 50;
    private const int ShortEnough = 500;
    private static readonly HashSet<string> Yes = new(["tak", "t", "x", "1", "yes", "y", "true", "prawda", "v", "czlonek"], StringComparer.Ordinal);
    private static readonly HashSet<string> No = new(["nie", "n", "0", "no", "false", "falsz"], StringComparer.Ordinal);

    private delegate bool TryRead(string text, out string value);

    public CompanyRow Read(TableRow cells)
    {
        var row = new CompanyRow(cells.Line);
        ReadIdentity(row, cells);
        if (row.Refusal is not null)
            return row;

        ReadNumbers(row, cells);
        ReadAddress(row, cells);
        ReadContacts(row, cells);
        ReadTexts(row, cells);
        ReadMember(row, cells);
        return row;
    }

    private void ReadIdentity(CompanyRow row, TableRow cells)
    {
        row.Name = Blanked(row, "Nazwa", CellText.OneLine(columns.Read(cells, ImportColumn.Name)));
        row.Parts = CompanyName.Parse(row.Name);
        row.Refusal = FaultOfShape(cells) ?? FaultOfName(row.Name);
        var nip = columns.Read(cells, ImportColumn.Nip);
        if (row.Refusal is not null || nip.Length == 0)
            return;
        if (Pesel.IsIn(nip))
            row.Refusal = "w kolumnie NIP jest PESEL; numerów osób nie zapisujemy";
        else if (Nip.FaultOf(nip) is { } fault)
            row.Refusal = $"{fault}: „{Cut(nip)}”";
        else if (Nip.TryParse(nip, out var digits))
            row.Nip = digits;
    }

    private string? FaultOfShape(TableRow cells)
    {
        if (columns.FormulaIn(cells) is { } heading)
            return $"w kolumnie „{heading}” jest formuła; wklej w jej miejsce wartość";
        if (cells.Cells.Length == 1 && columns.Count > 1 && !cells.MayBeShort)
            return $"to nie jest wiersz tabeli: ma 1 pole zamiast {columns.Count}";
        return cells.Cells.Skip(columns.Count).Any(c => !string.IsNullOrWhiteSpace(c))
            ? $"wiersz ma {cells.Cells.Length} {Plural.Word(cells.Cells.Length, "pole|pola|pól")} zamiast {columns.Count}; może w tekście jest znak rozdzielający bez cudzysłowu"
            : null;
    }

    private static string? FaultOfName(string name)
    {
        if (name.Length == 0)
            return "brak nazwy firmy";
        if ("=+-@".Contains(name[0], StringComparison.Ordinal))
            return $"nazwa zaczyna się od „{name[0]}” jak formuła arkusza";
        if (name.Length > FirmField.Name.MaxLength)
            return $"nazwa ma {name.Length} znaków, mieści się {FirmField.Name.MaxLength}";
        return name.Any(char.IsLetterOrDigit) ? null : "nazwa nie ma ani jednej litery";
    }

    private void ReadNumbers(CompanyRow row, TableRow cells)
    {
        row.Values.Add(new FieldValue(FirmField.Name, row.Name));
        row.Values.Add(new FieldValue(FirmField.Nip, row.Nip));
        if (row.Parts.State is { } state)
            row.Remarks.Add($"nazwa mówi: {state}");
        Take(row, cells, ImportColumn.Regon, FirmField.Regon, TryRegon, text => Regon.FaultOf(text)!.ToString());
        Take(row, cells, ImportColumn.Krs, FirmField.Krs, Krs.TryParse, text => Krs.FaultOf(text)!.ToString());
        TakeText(row, cells, ImportColumn.LegalName, FirmField.LegalName);
    }

    private void ReadAddress(CompanyRow row, TableRow cells)
    {
        TakeText(row, cells, ImportColumn.Town, FirmField.Town);
        Take(row, cells, ImportColumn.PostalCode, FirmField.PostalCode, PostalCode.TryParse, _ => "kod ma postać 84-230");
        TakeText(row, cells, ImportColumn.Commune, FirmField.Commune);
        TakeText(row, cells, ImportColumn.County, FirmField.County);
        TakeText(row, cells, ImportColumn.Voivodeship, FirmField.Voivodeship);
        if (Text(row, cells, ImportColumn.Address, FirmField.Street.MaxLength) is { } line)
        {
            var address = StreetAddress.Parse(line);
            if (address.Street.Length > 0)
            {
                // One group: a new street takes the old flat number away.
                row.Values.Add(new FieldValue(FirmField.Street, address.Street));
                row.Values.Add(new FieldValue(FirmField.Building, address.Building, MayErase: true));
                row.Values.Add(new FieldValue(FirmField.Unit, address.Unit, MayErase: true));
            }

            row.Values.Add(new FieldValue(FirmField.PostalCode, address.PostalCode, IsHint: true));
            row.Values.Add(new FieldValue(FirmField.Town, address.Town, IsHint: true));
        }

        row.Town = row.Values.Find(v => v.Field == FirmField.Town && v.Value is not null).Value;
    }

    private void ReadContacts(CompanyRow row, TableRow cells)
    {
        var phones = Phone.ParseAll(CellText.OneLine(columns.Read(cells, ImportColumn.Phone)), out var noPhones);
        foreach (var text in noPhones)
            LeaveOut(row, ImportColumn.Phone, text, Phone.FaultOf(text)!.ToString());
        if (phones.Count > 0)
            row.Values.Add(new FieldValue(FirmField.Phone, phones[0].ToString()));
        row.Contacts.AddRange(phones.Skip(1).Select(p => new FirmContact(p.IsMobile ? "mobile" : "phone", p.ToString())));

        var mails = Email.ParseAll(columns.Read(cells, ImportColumn.Email), out var noMails);
        foreach (var text in noMails)
            LeaveOut(row, ImportColumn.Email, text, "to nie jest adres e-mail");
        if (mails.Count > 0)
            row.Values.Add(new FieldValue(FirmField.Email, mails[0]));
        row.Contacts.AddRange(mails.Skip(1).Select(m => new FirmContact("email", m)));
        Take(row, cells, ImportColumn.Website, FirmField.Website, WebAddress.TryParse, _ => "to nie jest adres strony");
    }

    private void ReadTexts(CompanyRow row, TableRow cells)
    {
        row.Category = Text(row, cells, ImportColumn.Category, 100);
        foreach (var service in CellText.Clean(columns.Read(cells, ImportColumn.Services)).Split([',', ';', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (service.Length > 200 || row.Services.Count == MostServices)
                LeaveOut(row, ImportColumn.Services, service, $"mieści się do {MostServices} usług po 200 znaków");
            else if (IsPlain(row, ImportColumn.Services, service))
                row.Services.Add(Pesel.Blank(service));
        }

        TakeText(row, cells, ImportColumn.DescriptionShort, FirmField.Short, lines: true);
        TakeText(row, cells, ImportColumn.DescriptionFull, FirmField.Full, lines: true);
        if (Text(row, cells, ImportColumn.Description, FirmField.Full.MaxLength, lines: true) is not { } text)
            return;
        row.Values.Add(new FieldValue(text.Length <= ShortEnough ? FirmField.Short : FirmField.Full, text));
        if (text.Length > ShortEnough)
            row.Values.Add(new FieldValue(FirmField.Short, Opening(text), IsHint: true));
    }

    private void ReadMember(CompanyRow row, TableRow cells)
    {
        var answer = columns.Read(cells, ImportColumn.Member);
        if (answer.Length == 0)
            return;
        var folded = Headings.Fold(answer);
        row.Member = Yes.Contains(folded) ? Membership.Yes : No.Contains(folded) ? Membership.No : Membership.Unclear;
        row.Leftover[Headings.Label(ImportColumn.Member)] = Pesel.Blank(answer);
    }

    private void TakeText(CompanyRow row, TableRow cells, ImportColumn column, FirmField field, bool lines = false)
    {
        if (Text(row, cells, column, field.MaxLength, lines) is { } text)
            row.Values.Add(new FieldValue(field, text));
    }

    private string? Text(CompanyRow row, TableRow cells, ImportColumn column, int longest, bool lines = false)
    {
        var text = columns.Read(cells, column);
        text = Blanked(row, Headings.Label(column), lines ? text : CellText.OneLine(text));
        if (text.Length == 0 || !IsPlain(row, column, text))
            return null;
        if (text.Length <= longest)
            return text;
        LeaveOut(row, column, text, $"tekst ma {text.Length} znaków, mieści się {longest}");
        return null;
    }

    private void Take(CompanyRow row, TableRow cells, ImportColumn column, FirmField field, TryRead read, Func<string, string> reason)
    {
        var text = CellText.OneLine(columns.Read(cells, column));
        if (text.Length == 0)
            return;
        if (read(text, out var value))
            row.Values.Add(new FieldValue(field, value));
        else
            LeaveOut(row, column, text, reason(text));
    }

    /// <summary>Spreadsheets drop the zeros in front of what they take for a number; the checksum tells whether they belong there.</summary>
    private static bool TryRegon(string text, out string regon) =>
        Regon.TryParse(text, out regon) || (text.Length is >= 6 and <= 8 && Regon.TryParse(text.PadLeft(9, '0'), out regon));

    private static bool IsPlain(CompanyRow row, ImportColumn column, string text)
    {
        if (text[0] is not ('=' or '@'))
            return true;
        LeaveOut(row, column, text, "zaczyna się jak formuła arkusza");
        return false;
    }

    private static string Blanked(CompanyRow row, string label, string text)
    {
        if (!Pesel.IsIn(text))
            return text;
        row.Remarks.Add($"{label}: usunięto PESEL; numerów osób nie zapisujemy");
        return Pesel.Blank(text);
    }

    private static void LeaveOut(CompanyRow row, ImportColumn column, string text, string reason)
    {
        var shown = Pesel.Blank(text);
        row.Remarks.Add($"{Headings.Label(column)}: pominięto „{Cut(shown)}”, {reason}");
        row.Leftover[Headings.Label(column)] = row.Leftover.TryGetValue(Headings.Label(column), out var before) ? $"{before}; {shown}" : shown;
    }

    /// <summary>The first sentence or what fits of it, for the card in the directory.</summary>
    private static string Opening(string text)
    {
        var end = text.LastIndexOf(". ", ShortEnough - 1, StringComparison.Ordinal);
        if (end > 0)
            return text[..(end + 1)];
        var space = text.LastIndexOf(' ', ShortEnough - 2);
        return text[..(space > 0 ? space : ShortEnough - 1)] + "…";
    }

    private static string Cut(string text) => text.Length <= 60 ? text : text[..59] + "…";
}
