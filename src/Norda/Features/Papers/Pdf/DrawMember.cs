using Norda.Features.Fees;
using Norda.Features.Papers.Cards;
using Norda.Features.Papers.Writing;
using Norda.Platform;

namespace Norda.Features.Papers.Pdf;

/// <summary>What says that a firm is a member: the confirmation and the card. Their code opens the page that says whether it still is.</summary>
public static class DrawMember
{
    private const double CardWidth = 243; // 85.6 mm
    private const double CardHeight = 153; // 54 mm
    private const double CodeSize = 96;

    /// <param name="isClear">Nothing is in arrears; null says nothing about it.</param>
    public static byte[] Confirmation(AddressedFirm firm, Payee payee, string origin, DateTime at, DateOnly today, bool isClear) => Spoken.In("pl", () => PaperSheet.Write($"Zaświadczenie o członkostwie, {firm.Name}", at, sheet =>
    {
        sheet.Begin();
        DrawPaper.Head(sheet, new Party(payee.Name, payee.Address, payee.Nip), today);
        sheet.Gap(40);
        sheet.Text("Zaświadczenie o członkostwie", 20, isBold: true, isCentred: true);
        sheet.Gap(28);
        sheet.Text("Zaświadcza się, że firma", 11, isCentred: true);
        sheet.Gap(6);
        sheet.Text(firm.Name, 14, isBold: true, isCentred: true);
        sheet.Text(string.Join(", ", new[] { firm.Address, firm.Nip is null ? null : $"NIP {firm.Nip}" }.Where(p => p is not null)), 10, isQuiet: true, isCentred: true);
        sheet.Gap(10);
        sheet.Text($"jest członkiem izby {payee.Name} od {DrawPaper.Day(firm.Since!.Value)}, wpisanym do ewidencji członków pod numerem {firm.Number:00000}{(firm.Until is { } until ? $"; członkostwo trwa do {DrawPaper.Day(until)}" : "")}.", 11, isCentred: true);
        if (isClear)
            sheet.Text("Na dzień wystawienia firma nie zalega z opłatą składek członkowskich.", 11, isCentred: true);
        sheet.Gap(60);
        sheet.BesideCode(firm.Card is null ? null : origin + MemberCard.Path(firm.Card), CodeSize, isDense: false, () =>
        {
            sheet.Text("Pismo wystawiono elektronicznie, nie wymaga podpisu ani pieczęci.", 8.5, isQuiet: true);
            if (firm.Card is not null)
                sheet.Text("Kod obok otwiera stronę, na której widać, czy członkostwo jest aktualne.", 8.5, isQuiet: true);
        });
    }));

    public static byte[] Card(AddressedFirm firm, Payee payee, string origin, DateTime at, DateOnly today) => Spoken.In("pl", () => PaperSheet.Write($"Karta członkowska, {firm.Name}", at, sheet =>
    {
        sheet.BeginSmall(CardWidth, CardHeight);
        sheet.TextAt(payee.Name, 14, CardWidth - 28, 7.5, isBold: true, top: 12);
        sheet.TextAt("Karta członkowska", 14, 120, 7, isQuiet: true, top: 36);
        sheet.TextAt(firm.Name.Length > 60 ? firm.Name[..59] + "…" : firm.Name, 14, CardWidth - CodeSize - 30, 11, isBold: true, top: 50);
        sheet.TextAt($"nr {firm.Number:00000}, od {DrawPaper.Day(firm.Since!.Value)}", 14, CardWidth - CodeSize - 30, 7.5, top: 112);
        sheet.TextAt($"ważna do {DrawPaper.Day(CardView.Validity(firm.Until, today))}", 14, CardWidth - CodeSize - 30, 8.5, isBold: true, top: 126);
        sheet.Code(origin + MemberCard.Path(firm.Card!), CodeSize, isDense: false, CardWidth - CodeSize - 8, 46);
    }));
}
