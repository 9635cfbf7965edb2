using System.Globalization;
using Norda.Features.Fees;
using Norda.Features.Fees.Account;
using Norda.Features.Papers.Writing;
using Norda.Platform;

namespace Norda.Features.Papers.Pdf;

/// <summary>What a firm owes and what it paid, on the day of the drawing: open fees of all years, and the year's own. Not kept: it can be drawn again at any time.</summary>
public static class DrawStatement
{
    private const double CodeSize = 132;

    public static byte[] File(AccountView account, AddressedFirm firm, Payee payee, DateTime at) => Spoken.In("pl", () => PaperSheet.Write($"Zestawienie rozrachunków, {firm.Name}", at, sheet => On(sheet, account, firm, payee)));

    internal static void On(PaperSheet sheet, AccountView account, AddressedFirm firm, Payee payee)
    {
        sheet.Begin();
        DrawPaper.Head(sheet, new Party(payee.Name, payee.Address, payee.Nip), account.Today);
        sheet.Text($"Zestawienie rozrachunków na dzień {DrawPaper.Day(account.Today)}", 17, isBold: true);
        sheet.Gap(10);
        sheet.Beside(DrawPaper.Lines("Firma", firm.Party, firm.Number), ["Stan konta", account.Arrears > 0 ? $"Zaległości: {account.Arrears.ToZloty()}" : "Brak zaległości", $"Jeszcze nie po terminie: {account.Coming.ToZloty()}", $"Nadpłata: {account.Credit.ToZloty()}"]);
        sheet.Gap(14);
        var fees = account.Fees.Where(f => !f.IsCancelled && (f.Year == account.Today.Year || f.Left > 0)).Reverse().ToList();
        if (fees.Count > 0)
        {
            sheet.Text("Składki", 12, isBold: true);
            sheet.Gap(4);
            sheet.Table([new("Za", 0.3), new("Termin", 0.22), new("Należność", 0.16, true), new("Wpłacono", 0.16, true), new("Pozostało", 0.16, true)],
                fees.Select(f => (IReadOnlyList<string>)[f.Name, DrawPaper.Day(f.Due), Plain(f.Amount - f.Waived), Plain(f.Paid), Plain(f.Left)]),
                ["Razem", "", Plain(fees.Sum(f => f.Amount - f.Waived)), Plain(fees.Sum(f => f.Paid)), Plain(fees.Sum(f => f.Left))]);
        }

        Payments(sheet, account);
        if (account.Arrears > 0 && payee.Account is not null)
            Transfer(sheet, account, payee);
    }

    private static void Payments(PaperSheet sheet, AccountView account)
    {
        var payments = account.Payments.Where(p => p.PaidOn.Year == account.Today.Year && p.Reversal is null).Reverse().ToList();
        if (payments.Count == 0)
            return;
        sheet.Gap(14);
        sheet.Keep(60);
        sheet.Text($"Wpłaty w {account.Today.Year} roku", 12, isBold: true);
        sheet.Gap(4);
        sheet.Table([new("Data", 0.25), new("Tytuł", 0.55), new("Kwota", 0.2, true)], payments.Select(p => (IReadOnlyList<string>)[DrawPaper.Day(p.PaidOn), p.Title ?? "", Plain(p.Amount)]), ["Razem", "", Plain(payments.Sum(p => p.Amount))]);
    }

    private static void Transfer(PaperSheet sheet, AccountView account, Payee payee)
    {
        sheet.Gap(16);
        sheet.BesideCode(payee.Code(account.Arrears, account.TransferTitle), CodeSize, isDense: true, () =>
        {
            sheet.Text($"Do zapłaty teraz: {account.Arrears.ToZloty()}", 13, isBold: true);
            sheet.TextAt($"Odbiorca: {payee.Name}", 56, PaperSheet.FullWidth - CodeSize - 20, 10);
            sheet.Text($"Rachunek: {payee.Account}");
            sheet.TextAt($"Tytuł: {account.TransferTitle}", 56, PaperSheet.FullWidth - CodeSize - 20, 10);
        });
    }

    private static string Plain(decimal amount) => amount.ToString("N2", CultureInfo.CurrentCulture);
}
