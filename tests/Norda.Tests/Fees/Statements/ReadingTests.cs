using System.Text;
using Norda.Features.Directory.Import;
using Norda.Features.Fees.Statements.Reading;

namespace Norda.Tests.Fees.Statements;

/// <summary>Files of banks: every dialect gives the same transfers, and nothing that is put in breaks the reader.</summary>
public sealed class ReadingTests
{
    private static readonly Paid Alfa = new(new(2026, 11, 20), 1450.50m, "ŻÓŁTA ŁÓDŹ SP. Z O.O.  UL. DŁUGA 1 84-200 WEJHEROWO", "29114010810000267002001002", "Składka członkowska IX-XI 2026 NB00123/2611/02 NIP 583-101-48-98 dziękujemy");
    private static readonly Paid Beta = new(new(2026, 11, 21), 150m, "GRAŻYNA ŚWIĄTEK", "74109024020000000123456789", "Składka październik");

    public static TheoryData<string, string, string> Dialects() => new()
    {
        { "PKO", "MT940, Windows-1250", "full" }, { "ING", "MT940, UTF-8", "full" }, { "Santander", "MT940, CP852", "full" }, { "mBank", "MT940, Windows-1250", "full" },
        { "CAMT 2", "CAMT.053", "full" }, { "CAMT 3", "CAMT.053", "full" }, { "CAMT 4", "CAMT.053", "full" }, { "CAMT 5", "CAMT.053", "full" }, { "CAMT 6", "CAMT.053", "full" }, { "CAMT 7", "CAMT.053", "full" }, { "CAMT 8", "CAMT.053", "full" },
        { "mBank CSV", "CSV mBank, Windows-1250", "full" }, { "PKO CSV", "CSV PKO BP, Windows-1250", "" }, { "ING CSV", "CSV ING, Windows-1250", "" }, { "Santander CSV", "CSV Santander, UTF-8", "full" },
    };

    internal static byte[] Write(string dialect, params IReadOnlyList<Paid> paid) => dialect switch
    {
        "PKO" => BankFiles.Pko(paid),
        "ING" => BankFiles.Ing(paid),
        "Santander" => BankFiles.Santander(paid),
        "mBank" => BankFiles.MBank(paid),
        ['C', 'A', 'M', 'T', ' ', var version] => BankFiles.Camt(version - '0', paid),
        "mBank CSV" => BankFiles.MBankCsv(paid),
        "PKO CSV" => BankFiles.PkoCsv(paid),
        "ING CSV" => BankFiles.IngCsv(paid),
        _ => BankFiles.SantanderCsv(paid),
    };

    [Theory]
    [MemberData(nameof(Dialects))]
    public void Every_dialect_gives_the_same_transfers(string dialect, string format, string account)
    {
        var (lines, facts) = Read(Write(dialect, Alfa, Beta));

        Assert.Equal(format, facts.Format);
        Assert.Equal([(Alfa.Day, Alfa.Amount, "PLN", Alfa.Account, Squeezed(Alfa.Title)), (Beta.Day, Beta.Amount, "PLN", Beta.Account, Squeezed(Beta.Title))], lines.Select(l => (l.BookedOn, l.Amount, l.Currency, l.PayerAccount, Squeezed(l.Title))));
        Assert.All(lines.Zip([Alfa, Beta]), pair => Assert.StartsWith(Squeezed(pair.First.PayerName), Squeezed(pair.Second.Name), StringComparison.Ordinal));
        Assert.StartsWith("ŻÓŁTA ŁÓDŹ SP. Z O.O.", lines[0].PayerName, StringComparison.Ordinal);
        Assert.Equal(account == "full" ? BankFiles.Own : null, facts.Account);
        Assert.Equal((Alfa.Day, Beta.Day), (facts.From, facts.Through));
    }

    [Fact]
    public void Balances_that_do_not_fit_are_refused_with_the_sums()
    {
        var text = BankFiles.Windows.GetString(BankFiles.Pko(Alfa, Beta));

        var missing = Assert.Throws<BrokenStatementException>(() => Read(BankFiles.Windows.GetBytes(text.Replace("CN150,00", "CN149,00", StringComparison.Ordinal))));

        Assert.Contains("saldo", missing.Message, StringComparison.Ordinal);
        Assert.Throws<BrokenStatementException>(() => Read(Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(BankFiles.Camt(2, Alfa, Beta)).Replace("\">150.00<", "\">151.00<", StringComparison.Ordinal))));
    }

    [Fact]
    public void A_reversed_credit_counts_against_the_balance_and_is_shown()
    {
        var text = BankFiles.Mt940([Alfa, Beta with { Amount = -150m }], '~', "020", "NTRF").Replace("DN150,00", "RCN150,00", StringComparison.Ordinal);

        var (lines, _) = Read(Encoding.UTF8.GetBytes(text));

        Assert.Equal([(1450.50m, false, true), (-150m, true, true)], lines.Select(l => (l.Amount, l.IsReversal, l.IsIncoming)));
    }

    [Fact]
    public void Money_that_goes_out_counts_but_is_not_taken()
    {
        var (lines, facts) = Read(BankFiles.Pko(Alfa, Beta with { Amount = -99.99m }));

        Assert.Equal([true, false], lines.Select(l => l.IsIncoming));
        Assert.Equal((1000m, 1000m + 1450.50m - 99.99m), (facts.Opening, facts.Closing));
    }

    [Fact]
    public void The_virtual_account_of_a_payer_is_read() =>
        Assert.Equal(["XX000000000123", "61109010140000071219800123"], [Read(BankFiles.MBank(Alfa with { Virtual = "XX000000000123" })).Lines[0].VirtualAccount, Read(BankFiles.Camt(8, Alfa with { Virtual = "61109010140000071219800123" })).Lines[0].VirtualAccount]);

    [Fact]
    public void A_batch_of_many_details_is_many_transfers()
    {
        const string Batch = """<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02"><BkToCstmrStmt><Stmt><Ntry><Amt Ccy="PLN">350.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts><BookgDt><Dt>2026-11-20</Dt></BookgDt><NtryDtls><TxDtls><AmtDtls><TxAmt><Amt Ccy="PLN">150.00</Amt></TxAmt></AmtDtls><RmtInf><Ustrd>jeden</Ustrd></RmtInf></TxDtls><TxDtls><Amt Ccy="PLN">200.00</Amt><RmtInf><Ustrd>dwa,</Ustrd><Ustrd>dalej</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry><Ntry><Amt Ccy="PLN">1.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>PDNG</Sts><BookgDt><Dt>2026-11-20</Dt></BookgDt></Ntry></Stmt></BkToCstmrStmt></Document>""";

        Assert.Equal([(150m, "jeden"), (200m, "dwa, dalej")], Read(Encoding.UTF8.GetBytes(Batch)).Lines.Select(l => (l.Amount, l.Title)));
    }

    [Theory]
    [InlineData("<?xml version='1.0'?><!DOCTYPE d [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><Document xmlns='urn:camt.053'><Stmt>&x;</Stmt></Document>", "DOCTYPE")]
    [InlineData("<?xml version='1.0'?><!DOCTYPE l [<!ENTITY a 'hahahahahaha'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'><!ENTITY c '&b;&b;&b;&b;&b;&b;&b;&b;'>]><Document xmlns='camt.053'>&c;</Document>", "DOCTYPE")]
    [InlineData("<html><body>camt</body></html>", "CAMT.053")]
    [InlineData("<Document xmlns='camt.053'><Stmt>", "XML")]
    [InlineData("", "pusty")]
    [InlineData("%PDF-1.7", "PDF")]
    [InlineData("PK\u0003\u0004 archiwum", "archiwum")]
    [InlineData("Ala ma kota", "MT940")]
    [InlineData("a\0b", "tekstowy")]
    public void What_is_no_statement_is_refused_with_a_reason(string text, string reason) =>
        Assert.Contains(reason, Assert.Throws<BrokenStatementException>(() => Read(Encoding.UTF8.GetBytes(text))).Message, StringComparison.Ordinal);

    [Fact]
    public void Deep_nesting_and_endless_lines_are_refused()
    {
        Assert.Throws<BrokenStatementException>(() => Read(Encoding.UTF8.GetBytes("<Document xmlns='camt.053'>" + string.Concat(Enumerable.Repeat("<a>", 100_000)))));
        Assert.Throws<BrokenStatementException>(() => Read(Encoding.UTF8.GetBytes(":20:x\n:25:y\n:86:" + new string('x', 100_000))));
    }

    /// <summary>Each dialect with bytes changed, cut out, doubled: it is read or refused with a reason, and soon.</summary>
    [Fact]
    public void Damaged_files_are_read_or_refused_and_nothing_else()
    {
        var chance = new Random(20261127);
        var (read, refused) = (0, 0);
        foreach (var dialect in (string[])["PKO", "ING", "Santander", "mBank", "CAMT 2", "CAMT 8", "mBank CSV", "PKO CSV", "ING CSV", "Santander CSV"])
            for (var i = 0; i < 300; i++)
            {
                try
                {
                    _ = Read(Damaged(Write(dialect, Alfa, Beta), chance));
                    read++;
                }
                catch (Exception broken) when (broken is BrokenStatementException or BrokenFileException)
                {
                    refused++;
                }
            }

        Console.WriteLine($"   damaged statements: {read} read, {refused} refused");
        Assert.Equal(3000, read + refused);
        Assert.InRange(refused, 300, 2700);
    }

    [Fact]
    public void Noise_ends_soon()
    {
        var chance = new Random(7);
        for (var i = 0; i < 300; i++)
        {
            var noise = new byte[chance.Next(1, 4000)];
            chance.NextBytes(noise);
            Assert.IsType<BrokenStatementException>(Record.Exception(() => Read(i % 3 == 0 ? [.. ":20:1\n:25:2\n:61:"u8, .. noise] : noise)));
        }
    }

    private static byte[] Damaged(byte[] file, Random chance)
    {
        List<byte> bytes = [.. file];
        for (var hits = chance.Next(1, 6); hits > 0; hits--)
        {
            var (at, length) = (chance.Next(bytes.Count), chance.Next(1, 40));
            switch (chance.Next(4))
            {
                case 0: bytes[at] = (byte)chance.Next(256); break;
                case 1: bytes.RemoveRange(at, Math.Min(length, bytes.Count - at - 1)); break;
                case 2: bytes.InsertRange(at, bytes.GetRange(at, Math.Min(length, bytes.Count - at))); break;
                default: bytes.InsertRange(at, Encoding.UTF8.GetBytes(((string[])[":61:", ":86:", "~20", "\"", ";", "<Ntry>", "</Stmt>", "99999999999999999999,99", ":62F:", "\n", "TYT.:", "-"])[chance.Next(12)])); break;
            }
        }

        return [.. bytes];
    }

    internal static (IReadOnlyList<BankLine> Lines, StatementFacts Facts) Read(byte[] file)
    {
        var facts = new StatementFacts();
        var statement = StatementFile.Look(new MemoryStream(file));
        IReadOnlyList<BankLine> lines = [.. statement.Lines(facts, new Dictionary<string, CsvColumns>())];
        return (lines, facts);
    }

    private static string Squeezed(string? text) => string.Concat((text ?? "").Where(c => c != ' '));
}
