using System.Globalization;
using System.Text;
using System.Xml;

namespace Norda.Features.Fees.Statements.Reading;

/// <summary>
/// ISO 20022 camt.053 (and .052, .054) of any version: read by local names, one entry after another. A document type, with which entities
/// come, is refused.
/// </summary>
internal static class Camt053
{
    private const int Deepest = 40;
    private const int LongestText = 4000;

    public static bool Looks(string start) => start.TrimStart('\uFEFF', ' ', '\r', '\n', '\t').StartsWith('<') && start.Contains("camt.05", StringComparison.Ordinal);

    public static IEnumerable<BankLine> Read(Stream content, StatementFacts facts)
    {
        using var xml = XmlReader.Create(content, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = StatementFile.MostBytes, IgnoreComments = true, IgnoreProcessingInstructions = true });
        var place = new CamtPlace(facts);
        while (Guarded(xml.Read))
        {
            if (xml.NodeType == XmlNodeType.Element)
                place.Enter(xml.LocalName, xml.GetAttribute("Ccy"), xml.IsEmptyElement, LineOf(xml));
            else if (xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA)
                place.Take(Guarded(() => xml.Value) is { Length: > LongestText } text ? text[..LongestText] : xml.Value);
            else if (xml.NodeType == XmlNodeType.EndElement)
                place.Leave(LineOf(xml));
            if (xml.Depth > Deepest)
                throw BankText.Broken(LineOf(xml));
            foreach (var line in place.Ready())
                yield return facts.Take(line);
        }
    }

    /// <summary>A text is decoded when it is asked for, so that may fail as well.</summary>
    private static T Guarded<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (XmlException fault)
        {
            throw new BrokenStatementException(fault.Message.Contains("DTD", StringComparison.Ordinal)
                ? new("Ten plik XML zawiera definicję typu dokumentu (DOCTYPE). Wyciąg z banku jej nie ma, dlatego go nie przyjmujemy.")
                : new("To nie jest poprawny plik XML (wiersz {0}). Pobierz go z banku jeszcze raz.", fault.LineNumber));
        }
    }

    private static int LineOf(XmlReader xml) => ((IXmlLineInfo)xml).LineNumber;
}

/// <summary>Where in the document one is, and what was collected there.</summary>
internal sealed class CamtPlace(StatementFacts facts)
{
    private readonly List<string> path = [];
    private readonly List<BankLine> ready = [];
    private Dictionary<string, string>? entry;
    private Dictionary<string, string>? detail;
    private List<Dictionary<string, string>> details = [];
    private Dictionary<string, string>? balance;
    private string? closing;

    public void Enter(string name, string? currency, bool isEmpty, int line)
    {
        path.Add(name);
        if (name == "Ntry" && entry is null)
            (entry, details) = (new(StringComparer.Ordinal), []);
        else if (name == "TxDtls" && entry is not null)
            detail = new(StringComparer.Ordinal);
        else if (name == "Bal" && entry is null)
            balance = new(StringComparer.Ordinal);
        if (currency is not null)
            Put("@Ccy", currency);
        if (isEmpty)
            Leave(line);
    }

    public void Take(string text)
    {
        if (entry is null && balance is null && (Ends("Stmt/Acct/Id/IBAN") || Ends("Stmt/Acct/Id/Othr/Id")))
            facts.Account = BankText.Account(text);
        Put("", text);
    }

    public void Leave(int line)
    {
        switch (path[^1])
        {
            case "TxDtls" when detail is not null:
                details.Add(detail);
                detail = null;
                break;
            case "Ntry" when entry is not null:
                Finish(entry, line);
                entry = null;
                break;
            case "Bal" when balance is not null:
                Weigh(balance, line);
                balance = null;
                break;
            case "Stmt" when closing is not null:
                facts.Close(decimal.Parse(closing, CultureInfo.InvariantCulture), line);
                closing = null;
                break;
        }

        path.RemoveAt(path.Count - 1);
    }

    public IEnumerable<BankLine> Ready()
    {
        if (ready.Count == 0)
            return [];
        List<BankLine> lines = [.. ready];
        ready.Clear();
        return lines;
    }

    /// <summary>Balances may stand before the entries, so the last one waits until they are read.</summary>
    private void Weigh(Dictionary<string, string> bal, int line)
    {
        var amount = Signed(bal, "Bal/Amt", "Bal/CdtDbtInd", line);
        switch (bal.GetValueOrDefault("Bal/Tp/CdOrPrtry/Cd"))
        {
            case "OPBD" or "PRCD":
                facts.Open(amount);
                break;
            case "CLBD":
                closing = amount.ToString(CultureInfo.InvariantCulture);
                break;
        }
    }

    private void Finish(Dictionary<string, string> found, int line)
    {
        if ((found.GetValueOrDefault("Ntry/Sts/Cd") ?? found.GetValueOrDefault("Ntry/Sts")) is { } status && status.Trim() != "BOOK")
            return;
        var whole = Signed(found, "Ntry/Amt", "Ntry/CdtDbtInd", line);
        if ((Day(found, "Ntry/BookgDt/") ?? Day(found, "Ntry/ValDt/")) is not { } day)
            throw BankText.Broken(line);
        var currency = found.GetValueOrDefault("Ntry/Amt@Ccy") ?? "PLN";
        var isReversal = found.GetValueOrDefault("Ntry/RvslInd")?.Trim() is "true" or "1" && whole < 0;
        var parts = details.ConvertAll(d => BankText.Amount(d.GetValueOrDefault("TxDtls/Amt") ?? d.GetValueOrDefault("TxDtls/AmtDtls/TxAmt/Amt")));
        var areParts = details.Count > 1 && parts.TrueForAll(p => p > 0) && parts.Sum(p => p!.Value) == Math.Abs(whole);
        if (areParts)
            ready.AddRange(details.Zip(parts, (d, part) => Line(found, [d], day, part!.Value * Math.Sign(whole), currency, isReversal)));
        else
            ready.Add(Line(found, details, day, whole, currency, isReversal));
    }

    private static BankLine Line(Dictionary<string, string> found, List<Dictionary<string, string>> of, DateOnly day, decimal amount, string currency, bool isReversal)
    {
        string? First(params ReadOnlySpan<string> names)
        {
            foreach (var name in names)
                foreach (var one in of)
                    if (one.TryGetValue("TxDtls/" + name, out var value))
                        return value;
            return null;
        }

        var title = string.Join(' ', of.Select(d => d.GetValueOrDefault("TxDtls/RmtInf/Ustrd") ?? d.GetValueOrDefault("TxDtls/RmtInf/Strd/CdtrRefInf/Ref")).OfType<string>());
        return new(day, amount, currency.Length == 3 ? currency : "???")
        {
            IsReversal = isReversal,
            Title = BankText.Line(title.Length > 0 ? title : found.GetValueOrDefault("Ntry/AddtlNtryInf"), BankStatementMap.LongestTitle),
            PayerName = BankText.Name(First("RltdPties/Dbtr/Pty/Nm", "RltdPties/Dbtr/Nm", "RltdPties/UltmtDbtr/Nm")),
            PayerAccount = BankText.Account(First("RltdPties/DbtrAcct/Id/IBAN", "RltdPties/DbtrAcct/Id/Othr/Id")),
            VirtualAccount = BankText.Account(First("RltdPties/CdtrAcct/Id/IBAN", "RltdPties/CdtrAcct/Id/Othr/Id")),
            Reference = BankText.Line(First("Refs/AcctSvcrRef") ?? found.GetValueOrDefault("Ntry/AcctSvcrRef"), BankStatementMap.LongestReference),
        };
    }

    private static decimal Signed(Dictionary<string, string> found, string amount, string mark, int line) =>
        found.TryGetValue(amount, out var text) && decimal.TryParse(text.Trim(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) && value < 1_000_000_000_000m
            ? found.GetValueOrDefault(mark)?.Trim() == "DBIT" ? -value : value
            : throw BankText.Broken(line);

    private static DateOnly? Day(Dictionary<string, string> found, string name) =>
        (found.GetValueOrDefault(name + "Dt") ?? found.GetValueOrDefault(name + "DtTm"))?.Trim() is { Length: >= 10 } text && DateOnly.TryParseExact(text[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>What is repeated (lines of a title) goes on behind a space.</summary>
    private void Put(string suffix, string text)
    {
        var (into, from) = detail is not null ? (detail, "TxDtls") : entry is not null ? (entry, "Ntry") : (balance, "Bal");
        if (into is null || path.LastIndexOf(from) is not (>= 0 and var start))
            return;
        var key = string.Join('/', path.Skip(start)) + suffix;
        into[key] = into.TryGetValue(key, out var former) && former.Length < 2000 ? new StringBuilder(former).Append(' ').Append(text).ToString() : text;
    }

    private bool Ends(string names) => string.Join('/', path).EndsWith(names, StringComparison.Ordinal);
}
