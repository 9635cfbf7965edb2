using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Norda.Data;
using Norda.Features.Fees;
using Norda.Features.Fees.Payments;
using Norda.Features.Membership;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Papers.Reports;

/// <summary>Tables for the accountant: payments between two days, and what was open at the end of a day.</summary>
public static class AccountantFiles
{
    private const int MostRows = 100_000;

    public static void MapAccountantFiles(this WebApplication app)
    {
        app.MapGet("/biuro/skladki/ksiegowosc/wplaty.csv", (HttpRequest request, AppDb db, TimeProvider clock, IStringLocalizer<Texts> texts, CancellationToken cancel) => Payments(request, db, clock, texts, Csv, cancel)).Requires(Resource.Fee, Act.Read).ExcludeFromDescription();
        app.MapGet("/biuro/skladki/ksiegowosc/wplaty.xlsx", (HttpRequest request, AppDb db, TimeProvider clock, IStringLocalizer<Texts> texts, CancellationToken cancel) => Payments(request, db, clock, texts, Xlsx, cancel)).Requires(Resource.Fee, Act.Read).ExcludeFromDescription();
        app.MapGet("/biuro/skladki/ksiegowosc/otwarte.csv", (HttpRequest request, AppDb db, TimeProvider clock, IStringLocalizer<Texts> texts, CancellationToken cancel) => Open(request, db, clock, texts, Csv, cancel)).Requires(Resource.Fee, Act.Read).ExcludeFromDescription();
        app.MapGet("/biuro/skladki/ksiegowosc/otwarte.xlsx", (HttpRequest request, AppDb db, TimeProvider clock, IStringLocalizer<Texts> texts, CancellationToken cancel) => Open(request, db, clock, texts, Xlsx, cancel)).Requires(Resource.Fee, Act.Read).ExcludeFromDescription();
    }

    private static IResult Csv(string name, List<object?[]> rows) => Results.File(SheetWriter.ToCsv(rows), CsvText.ContentType, name + ".csv");

    private static IResult Xlsx(string name, List<object?[]> rows) => Results.File(SheetWriter.ToXlsx(name, rows), SheetWriter.Xlsx, name + ".xlsx");

    private static async Task<IResult> Payments(HttpRequest request, AppDb db, TimeProvider clock, IStringLocalizer<Texts> texts, Func<string, List<object?[]>, IResult> file, CancellationToken cancel)
    {
        var until = FeeTexts.ReadDay(request.Query["do"]) ?? clock.Today();
        var from = FeeTexts.ReadDay(request.Query["od"]) ?? new DateOnly(until.Year, 1, 1);
        var payments = await db.Set<FeePayment>().Where(p => p.PaidOn >= from && p.PaidOn <= until).OrderBy(p => p.PaidOn).ThenBy(p => p.Id).Take(MostRows).Select(p => new
        {
            p.Id, p.PaidOn, p.Company.Name, p.Company.Nip, Number = db.Set<Member>().Where(m => m.CompanyId == p.CompanyId).OrderByDescending(m => m.Since).Select(m => (int?)m.Number).FirstOrDefault(),
            p.Amount, p.Method, p.Title, p.Reference, Reversal = db.Set<PaymentReversal>().Where(r => r.PaymentId == p.Id).Select(r => r.Reason).FirstOrDefault(),
        }).ToListAsync(cancel);
        var shares = (await db.Set<PaymentAllocation>().Where(a => a.Payment.PaidOn >= from && a.Payment.PaidOn <= until).GroupBy(a => new { a.PaymentId, a.Fee.FeeYear, a.Fee.FeeMonth, a.Fee.ThroughMonth })
            .Select(g => new { g.Key.PaymentId, g.Key.FeeYear, g.Key.FeeMonth, g.Key.ThroughMonth, Sum = g.Sum(a => a.Amount) }).ToListAsync(cancel)).Where(s => s.Sum != 0).OrderBy(s => s.FeeYear).ThenBy(s => s.FeeMonth).ToLookup(s => s.PaymentId);
        var rows = new List<object?[]> { Heading(texts, "Data wpłaty", "Firma", "NIP", "Numer członkowski", "Kwota", "Sposób", "Tytuł", "Numer operacji", "Rozliczono na", "Cofnięta: powód") };
        rows.AddRange(payments.Select(p => (object?[])[p.PaidOn, p.Name, p.Nip, p.Number, p.Amount, texts[PaymentForm.Word(p.Method)].Value, p.Title, p.Reference,
            string.Join(", ", shares[p.Id].Select(s => $"{Period.Of(s.FeeYear, s.FeeMonth, s.ThroughMonth)} {s.Sum.ToString("N2", CultureInfo.CurrentCulture)}")), p.Reversal]));
        return file(string.Create(CultureInfo.InvariantCulture, $"wplaty-{from:yyyy-MM-dd}-{until:yyyy-MM-dd}"), rows);
    }

    /// <summary>As known today: what was waived or taken back since counts as it stands now. Credit of a firm is a line below zero.</summary>
    private static async Task<IResult> Open(HttpRequest request, AppDb db, TimeProvider clock, IStringLocalizer<Texts> texts, Func<string, List<object?[]>, IResult> file, CancellationToken cancel)
    {
        var day = FeeTexts.ReadDay(request.Query["dzien"]) ?? clock.Today();
        var fees = await db.Set<Fee>().Where(f => f.CancelledAt == null && (f.FeeYear < day.Year || f.FeeYear == day.Year && f.FeeMonth <= day.Month)).Select(f => new
        {
            f.Company.Name, f.Company.Nip, f.FeeYear, f.FeeMonth, f.ThroughMonth, f.DueDate, Owed = f.Amount - f.Waived,
            Paid = db.Set<PaymentAllocation>().Where(a => a.FeeId == f.Id && a.Payment.PaidOn <= day).Sum(a => a.Amount),
        }).Where(f => f.Owed > f.Paid).OrderBy(f => f.Name).ThenBy(f => f.FeeYear).ThenBy(f => f.FeeMonth).Take(MostRows).ToListAsync(cancel);
        var credits = await db.Companies.Select(c => new
        {
            c.Name, c.Nip, Sum = db.Set<FeePayment>().Where(p => p.CompanyId == c.Id && p.PaidOn <= day && !db.Set<PaymentReversal>().Any(r => r.PaymentId == p.Id)).Sum(p => p.Amount)
                - db.Set<PaymentAllocation>().Where(a => a.Payment.CompanyId == c.Id && a.Payment.PaidOn <= day && (a.Fee.FeeYear < day.Year || a.Fee.FeeYear == day.Year && a.Fee.FeeMonth <= day.Month)).Sum(a => a.Amount),
        }).Where(c => c.Sum > 0).OrderBy(c => c.Name).ToListAsync(cancel);
        var rows = new List<object?[]> { Heading(texts, "Firma", "NIP", "Za", "Termin", "Należność", "Wpłacono", "Pozostało", "Dni po terminie") };
        rows.AddRange(fees.Select(f => (object?[])[f.Name, f.Nip, Period.Of(f.FeeYear, f.FeeMonth, f.ThroughMonth), f.DueDate, f.Owed, f.Paid, f.Owed - f.Paid, Math.Max(0, day.DayNumber - f.DueDate.DayNumber)]));
        rows.AddRange(credits.Select(c => (object?[])[c.Name, c.Nip, texts["Nadpłata"].Value, null, null, null, -c.Sum, null]));
        return file(string.Create(CultureInfo.InvariantCulture, $"otwarte-{day:yyyy-MM-dd}"), rows);
    }

    private static object?[] Heading(IStringLocalizer<Texts> texts, params IReadOnlyList<string> names) => [.. names.Select(n => (object)texts[n].Value)];
}
