using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Norda.Data;
using Norda.Features.Directory.Demo;
using Norda.Features.Fees.Statements;
using Norda.Features.Fees.Statements.Matching;
using Norda.Features.Membership;
using Norda.Platform;

namespace Norda.Features.Fees.Demo;

/// <summary>A bank statement of the demo chamber, read by the same verbs as a real one: some pay by the book, some need a person. The same each time.</summary>
public class DemoStatement(AppDb db, ImportStatement import, WorkStatements work, TimeProvider clock, IHostEnvironment environment, IConfiguration configuration) : IFreshDatabase
{
    private const int Payers = 12;
    private const decimal Opening = 48_210.17m;
    private static readonly string[] Names = ["ANNA WIŚNIEWSKA", "DRUKARNIA ŚWIT SP. Z O.O.", "GMINA WEJHEROWO"];
    private static readonly string[] Titles = ["skladka za firme meza", "FV 118/2026 zwrot za ogloszenie", "dotacja na śniadania biznesowe"];

    public async Task Fill(CancellationToken cancel)
    {
        if (!DemoForNewcomers.IsWanted(environment, configuration) || await db.Set<BankStatement>().AnyAsync(cancel))
            return;
        var owing = await db.Set<Fee>().Where(f => f.Status != FeeStatus.Paid && f.CancelledAt == null).GroupBy(f => f.CompanyId).OrderBy(g => g.Key)
            .Select(g => new { CompanyId = g.Key, Sum = g.Sum(f => f.Amount - f.Waived - f.AmountPaid) }).Take(Payers).ToListAsync(cancel);
        if (owing.Count == 0)
            return;
        var ids = owing.ConvertAll(o => o.CompanyId);
        var firms = await db.Companies.Where(c => ids.Contains(c.Id)).Select(c => new { c.Id, c.Name, c.Nip, Number = db.Set<Member>().Where(m => m.CompanyId == c.Id).Max(m => m.Number) }).ToDictionaryAsync(c => c.Id, cancel);
        var day = clock.Today().AddDays(-2);
        var paid = owing.Select((o, place) => (o.Sum, firms[o.CompanyId].Name, Title: TitleOf(place, firms[o.CompanyId].Number, firms[o.CompanyId].Nip, day)))
            .Concat(Names.Zip(Titles, (name, title) => (Sum: 150m, Name: name, Title: title))).ToList();
        using var file = new MemoryStream(Encoding.UTF8.GetBytes(Written(paid, day)));
        await db.Unaudited(async () =>
        {
            await import.Run(file, $"wyciag-{day:yyyy-MM-dd}.sta", cancel);
            await work.Run(cancel);
        });
    }

    /// <summary>Most copy the title from their page or name their NIP; every fourth writes what comes to mind.</summary>
    private static string TitleOf(int place, int number, string? nip, DateOnly day) => (place % 4) switch
    {
        0 => $"Składka {day.Month:00}/{day.Year} {MemberReference.Of(number, day.Year, day.Month)}",
        1 when nip is not null => $"SKLADKA CZLONKOWSKA NIP {nip}",
        3 => "opłata",
        _ => $"skladka {MemberReference.Of(number, day.Year, day.Month)} dziękujemy",
    };

    private static string Written(List<(decimal Sum, string Name, string Title)> paid, DateOnly day)
    {
        static string Comma(decimal amount) => amount.ToString("0.00", CultureInfo.InvariantCulture).Replace('.', ',');
        var text = new StringBuilder(string.Create(CultureInfo.InvariantCulture, $":20:WYCIAG\n:25:/PL61109010140000071219812874\n:28C:1\n:60F:C{day:yyMMdd}PLN{Comma(Opening)}\n"));
        foreach (var (place, one) in paid.Index())
            text.Append(CultureInfo.InvariantCulture, $":61:{day:yyMMdd}{day:MMdd}CN{Comma(one.Sum)}NTRFNONREF//DEMO{place:0000}\n:86:020~00PRZELEW PRZYCHODZACY\n~20{one.Title}\n~32{one.Name.ToUpperInvariant()}\n~381110205561000{place:000}0200112233\n");
        return text.Append(CultureInfo.InvariantCulture, $":62F:C{day:yyMMdd}PLN{Comma(Opening + paid.Sum(p => p.Sum))}\n-\n").ToString();
    }
}
