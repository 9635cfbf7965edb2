using System.Globalization;
using System.Security;
using System.Text;

namespace Norda.Tests.Fees.Statements;

/// <summary>A transfer as the test means it.</summary>
internal sealed record Paid(DateOnly Day, decimal Amount, string Name, string? Account, string Title)
{
    public string? Reference { get; init; }
    public string? Virtual { get; init; }
    public string Currency { get; init; } = "PLN";
}

/// <summary>Writes transfers as Polish banks do.</summary>
internal static class BankFiles
{
    public const string Own = "61109010140000071219812874";
    public const decimal Opening = 1000m;
    private static readonly CultureInfo Dots = CultureInfo.InvariantCulture;

    public static readonly Encoding Windows = CodePagesEncodingProvider.Instance.GetEncoding(1250)!;
    public static readonly Encoding Iso = CodePagesEncodingProvider.Instance.GetEncoding(28592)!;
    public static readonly Encoding Dos = CodePagesEncodingProvider.Instance.GetEncoding(852)!;

    public static byte[] Pko(params IReadOnlyList<Paid> paid) => Windows.GetBytes(Mt940(paid, '~', "020", "NTRF"));

    public static byte[] Ing(params IReadOnlyList<Paid> paid) => Encoding.UTF8.GetBytes(Mt940(paid, '~', "020", "S020").Replace("~38", "~34020\n~38", StringComparison.Ordinal));

    public static byte[] Santander(params IReadOnlyList<Paid> paid) => Dos.GetBytes(Mt940(paid, '<', "020", "N020").ReplaceLineEndings("\r\n"));

    public static string Mt940(IReadOnlyList<Paid> paid, char sign, string code, string kind)
    {
        var text = new StringBuilder($":20:WYCIAG\n:25:/PL{Own}\n:28C:1\n:60F:C261101PLN{Comma(Opening)}\n");
        foreach (var (place, one) in paid.Index())
        {
            text.Append(Dots, $":61:{one.Day:yyMMdd}{one.Day:MMdd}{(one.Amount < 0 ? "D" : "C")}N{Comma(Math.Abs(one.Amount))}{kind}NONREF//{one.Reference ?? $"BR{one.Day:yyMMdd}{place:0000}"}\n:86:{code}{sign}00PRZELEW PRZYCHODZACY\n");
            foreach (var (i, chunk) in Chunks(one.Title, 27, 6).Index())
                text.Append(Dots, $"{sign}{20 + i}{chunk}\n");
            text.Append(Dots, $"{sign}26˙\n{sign}30{one.Account?[2..10]}\n{sign}31{one.Account?[2..]}\n");
            foreach (var (i, chunk) in Chunks(one.Name, 27, 2).Index())
                text.Append(Dots, $"{sign}{32 + i}{chunk}\n");
            text.Append(Dots, $"{sign}38{(one.Account is null ? "" : "PL")}{one.Account}\n{sign}60˙\n");
        }

        return text.Append(Dots, $":62F:C261130PLN{Comma(Opening + paid.Sum(p => p.Amount))}\n-\n").ToString().Replace("˙", sign == '<' ? "" : "˙", StringComparison.Ordinal);
    }

    /// <summary>mBank's CompanyNet: words with colons, broken after 65 signs wherever that is, behind a control character.</summary>
    public static byte[] MBank(params IReadOnlyList<Paid> paid)
    {
        var text = new StringBuilder($"\u0001:20:ST261130\r\n:25:PL{Own}\r\n:28C:33\r\n:60F:C261101PLN{Comma(Opening)}\r\n");
        foreach (var (place, one) in paid.Index())
        {
            text.Append(Dots, $":61:{one.Day:yyMMdd}{one.Day:MMdd}C{Comma(one.Amount)}NTRFNONREF//NONREF\r\n944 CompanyNet Przelew przychodzacy\r\n");
            var details = $"{(one.Virtual is null ? "944 CompanyNet Przelew krajowy" : "911 TRANSAKCJA COLLECT")}; {(one.Virtual is null ? "" : $"ID IPH: {one.Virtual}; ")}Z RACH.: {one.Account}; OD: {one.Name}; TYT.: {one.Title}; TNR: {one.Reference ?? $"14527101613{place:0000}.040001"}";
            text.Append(":86:").Append(string.Join("\r\n", Chunks(details, 65, 99))).Append("\r\n");
        }

        return Windows.GetBytes(text.Append(Dots, $":62F:C261130PLN{Comma(Opening + paid.Sum(p => p.Amount))}\r\n-\u0003").ToString());
    }

    /// <summary>From version 7 on a party is wrapped once more and the state of an entry is a choice; the versions before it differ in places that no statement of ours reads.</summary>
    public static byte[] Camt(int version, params IReadOnlyList<Paid> paid)
    {
        var text = new StringBuilder($"""<?xml version="1.0" encoding="UTF-8"?><Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.{version:00}"><BkToCstmrStmt><GrpHdr><MsgId>1</MsgId></GrpHdr><Stmt><Id>1</Id><Acct><Id><IBAN>PL{Own}</IBAN></Id></Acct>{Balance("OPBD", Opening)}{Balance("CLBD", Opening + paid.Sum(p => p.Amount))}""");
        foreach (var (place, one) in paid.Index())
        {
            var party = version >= 7 ? $"<Pty><Nm>{Safe(one.Name)}</Nm></Pty>" : $"<Nm>{Safe(one.Name)}</Nm>";
            var amount = string.Create(Dots, $"""<Amt Ccy="{one.Currency}">{Math.Abs(one.Amount):0.00}</Amt><CdtDbtInd>{(one.Amount < 0 ? "DBIT" : "CRDT")}</CdtDbtInd>""");
            text.Append(Dots, $"""
                <Ntry>{amount}<Sts>{(version >= 7 ? "<Cd>BOOK</Cd>" : "BOOK")}</Sts><BookgDt><Dt>{one.Day:yyyy-MM-dd}</Dt></BookgDt><ValDt><Dt>{one.Day:yyyy-MM-dd}</Dt></ValDt><AcctSvcrRef>{one.Reference ?? $"BR{one.Day:yyMMdd}{place:0000}"}</AcctSvcrRef>
                <NtryDtls><TxDtls><Refs><EndToEndId>NOTPROVIDED</EndToEndId></Refs><RltdPties><Dbtr>{party}</Dbtr><DbtrAcct><Id><IBAN>PL{one.Account}</IBAN></Id></DbtrAcct>{(one.Virtual is null ? "" : $"<CdtrAcct><Id><IBAN>PL{one.Virtual}</IBAN></Id></CdtrAcct>")}</RltdPties><RmtInf><Ustrd>{Safe(one.Title)}</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>
                """);
        }

        return Encoding.UTF8.GetBytes(text.Append("</Stmt></BkToCstmrStmt></Document>").ToString());
    }

    public static byte[] MBankCsv(params IReadOnlyList<Paid> paid) => Windows.GetBytes(
        $"mBank S.A. Bankowość Detaliczna;\r\n#Klient;\r\nIZBA;\r\n#Numer rachunku;\r\n{Own};\r\n\r\n#Data operacji;#Data księgowania;#Opis operacji;#Tytuł;#Nadawca/Odbiorca;#Numer konta;#Kwota;#Saldo po operacji;\r\n"
        + string.Concat(paid.Select(p => string.Create(Dots, $"{p.Day:yyyy-MM-dd};{p.Day:yyyy-MM-dd};PRZELEW ZEWNĘTRZNY PRZYCHODZĄCY;\"{p.Title}\";\"{p.Name}\";'{p.Account}';{Spaced(p.Amount)} PLN;1 150,00 PLN;\r\n"))) + "\r\n;;;;;;#Saldo końcowe;1 150,00 PLN;\r\n");

    public static byte[] PkoCsv(params IReadOnlyList<Paid> paid) => Windows.GetBytes(
        "\"Data operacji\",\"Data waluty\",\"Typ transakcji\",\"Kwota\",\"Waluta\",\"Saldo po transakcji\",\"Opis transakcji\",\"\",\"\",\"\"\r\n"
        + string.Concat(paid.Select(p => string.Create(Dots, $"\"{p.Day:yyyy-MM-dd}\",\"{p.Day:yyyy-MM-dd}\",\"Przelew na konto\",\"{p.Amount:+0.00;-0.00}\",\"PLN\",\"+1150.00\",\"Rachunek nadawcy: {p.Account}\",\"Nazwa nadawcy: {p.Name}\",\"Adres nadawcy: UL. DŁUGA 1 84-200 WEJHEROWO\",\"Tytuł: {p.Title}\"\r\n"))));

    public static byte[] IngCsv(params IReadOnlyList<Paid> paid) => Windows.GetBytes(
        "\"Lista transakcji\";;;;\r\n\"Dokument nr 1\";;;;\r\n\r\n\"Data transakcji\";\"Data księgowania\";\"Dane kontrahenta\";\"Tytuł\";\"Nr rachunku\";\"Nazwa banku\";\"Szczegóły\";\"Nr transakcji\";\"Kwota transakcji (waluta rachunku)\";\"Waluta\";\"Kwota blokady/zwolnienie blokady\";\"Waluta\";\"Saldo po transakcji\";\"Waluta\"\r\n"
        + string.Concat(paid.Index().Select(p => string.Create(Dots, $"{p.Item.Day:yyyy-MM-dd};{p.Item.Day:dd.MM.yyyy};\" {p.Item.Name} \";\" {p.Item.Title} \";'{p.Item.Account} ';\" BANK \";PRZELEW;'{p.Item.Reference ?? $"2026{p.Index:0000000}"}';{Comma(p.Item.Amount)};PLN;;;1150,00;PLN\r\n"))));

    public static byte[] SantanderCsv(params IReadOnlyList<Paid> paid) => Encoding.UTF8.GetBytes(
        $"2026-11-30,01-11-2026,'{Own},IZBA,PLN,\"1000,00\",\"1150,00\",1,\r\n" + string.Concat(paid.Select(p => string.Create(Dots, $"{p.Day:dd-MM-yyyy},{p.Day:dd-MM-yyyy},\"{p.Title}\",\"{p.Name}\",'{p.Account},\"{Comma(p.Amount)}\",\"1150,00\",1,\r\n"))));

    /// <summary>A bank that nobody knows.</summary>
    public static byte[] OtherCsv(params IReadOnlyList<Paid> paid) => Iso.GetBytes(
        "Kiedy;Rodzaj;Ile;Od kogo;Z konta;Po co\r\n" + string.Concat(paid.Select(p => string.Create(Dots, $"{p.Day:dd.MM.yyyy};przelew;{Comma(p.Amount)};{p.Name};{p.Account};{p.Title}\r\n"))));

    /// <summary>26 digits with right check digits.</summary>
    public static string Account(Random chance)
    {
        var body = "10902402" + string.Concat(Enumerable.Range(0, 16).Select(_ => chance.Next(10)));
        return (98 - (System.Numerics.BigInteger.Parse(body + "252100", Dots) % 97)).ToString("00", Dots) + body;
    }

    private static string Comma(decimal amount) => amount.ToString("0.00", Dots).Replace('.', ',');

    private static string Spaced(decimal amount) => amount.ToString("#,##0.00", Dots).Replace(',', '\u00A0').Replace('.', ',');

    private static string Safe(string text) => SecurityElement.Escape(text);

    private static string Balance(string kind, decimal amount) => string.Create(Dots, $"<Bal><Tp><CdOrPrtry><Cd>{kind}</Cd></CdOrPrtry></Tp><Amt Ccy=\"PLN\">{Math.Abs(amount):0.00}</Amt><CdtDbtInd>{(amount < 0 ? "DBIT" : "CRDT")}</CdtDbtInd><Dt><Dt>2026-11-30</Dt></Dt></Bal>");

    private static IEnumerable<string> Chunks(string text, int length, int most) => text.Chunk(length).Take(most).Select(c => new string(c));
}
