using System.Globalization;
using Microsoft.Extensions.Localization;
using Norda.Features.Mail;
using Norda.Platform;

namespace Norda.Features.Membership.Joining;

/// <summary>Letters about declarations and what comes of them.</summary>
internal static class DeclarationLetters
{
    /// <summary>The representative, else the firm; null where neither has a mailbox.</summary>
    public static Reader? ReaderOf(Declaration declaration) =>
        declaration.RepresentativeEmail is { } person ? new Reader(null, person, declaration.RepresentativeName) : declaration.Email is { } firm ? new Reader(null, firm, declaration.Name) : null;

    public static Letter Received(IStringLocalizer<Texts> texts, Reader to, Declaration declaration, string secret, string origin) => new()
    {
        UniqueKey = $"declaration-received:{declaration.Id}", To = to.Email, ToName = to.Name,
        Subject = texts["Deklaracja członkowska firmy {0}", declaration.Name], Heading = texts["Mamy deklarację firmy {0}", declaration.Name],
        Paragraphs =
        [
            declaration.SignedBy is null ? texts["Wydrukuj deklarację, podpisz ją i przynieś albo przyślij do biura izby. Wydruk jest na stronie deklaracji."] : texts["Biuro izby sprawdzi dane i przekaże deklarację zarządowi. Nie trzeba nic więcej robić."],
            texts["O każdej zmianie damy znać e-mailem. Stan zawsze zobaczysz pod przyciskiem poniżej."],
        ],
        Facts = [(texts["Firma"], declaration.Name), ("NIP", Nip.Display(declaration.Nip)), (texts["Reprezentant"], declaration.RepresentativeName)],
        Button = StatusButton(texts, secret, origin), Footnote = Footnote(texts),
    };

    public static Letter ToOffice(IStringLocalizer<Texts> texts, string office, Declaration declaration, string origin) => new()
    {
        UniqueKey = $"declaration-office:{declaration.Id}:{declaration.Status}", To = office,
        Subject = declaration.Status == DeclarationStatus.Appealed ? texts["Odwołanie: {0}", declaration.Name] : texts["Nowa deklaracja: {0}", declaration.Name],
        Heading = declaration.Status == DeclarationStatus.Appealed ? texts["Firma {0} odwołuje się od odmowy", declaration.Name] : texts["Firma {0} chce wejść do izby", declaration.Name],
        Facts = [("NIP", Nip.Display(declaration.Nip)), (texts["Reprezentant"], declaration.RepresentativeName)],
        Button = (texts["Otwórz deklarację"], $"{origin}/biuro/deklaracje/{declaration.Id}"),
    };

    public static Letter Missing(IStringLocalizer<Texts> texts, Reader to, Declaration declaration, string secret, string origin) => new()
    {
        UniqueKey = $"declaration-missing:{declaration.Id}:{declaration.AskedAt!.Value.Ticks}", To = to.Email, ToName = to.Name,
        Subject = texts["Brakuje dokumentów do deklaracji firmy {0}", declaration.Name], Heading = texts["Brakuje jeszcze dokumentów"],
        Paragraphs =
        [
            texts["Żeby zarząd mógł rozpatrzyć deklarację, prosimy o:"],
            .. DeclarationPapers.Missing(declaration.Papers, declaration.Asked).Select(paper => "• " + texts[DeclarationPapers.Word(paper)].Value),
            .. declaration.AskedNote is { } note ? [note] : Array.Empty<string>(),
            texts["Przynieś je do biura izby albo odpowiedz na tę wiadomość i dołącz skany."],
        ],
        Button = StatusButton(texts, secret, origin), Footnote = Footnote(texts),
    };

    public static Letter Refused(IStringLocalizer<Texts> texts, Reader to, Declaration declaration, string resolution, string secret, string origin) => new()
    {
        UniqueKey = $"declaration-refused:{declaration.Id}:{(declaration.AppealUntil is null ? "last" : "first")}", To = to.Email, ToName = to.Name,
        Subject = texts["Decyzja w sprawie deklaracji firmy {0}", declaration.Name], Heading = texts["Izba nie przyjęła firmy {0}", declaration.Name],
        Paragraphs =
        [
            texts["Powód:"], declaration.Reason!,
            declaration.AppealUntil is { } until ? texts["Od tej decyzji można się odwołać do {0}. Odwołanie złożysz na stronie deklaracji albo pisemnie w biurze izby.", Day(until)] : texts["Ta decyzja zapadła po odwołaniu i jest ostateczna. Nową deklarację można złożyć w każdej chwili."],
        ],
        Facts = [(texts["Uchwała"], resolution)], Button = StatusButton(texts, secret, origin), Footnote = Footnote(texts),
    };

    /// <param name="button">What opens the member's room: an invitation, or the sign-in.</param>
    public static Letter Admitted(IStringLocalizer<Texts> texts, Reader to, Declaration declaration, Member member, string resolution, (string, string) button) => new()
    {
        UniqueKey = $"declaration-admitted:{declaration.Id}", To = to.Email, ToName = to.Name,
        Subject = texts["Firma {0} jest w izbie", declaration.Name], Heading = texts["Witamy w izbie"],
        Paragraphs =
        [
            texts["Zarząd przyjął firmę {0}. Od teraz jest w katalogu członków.", declaration.Name],
            texts["Zaloguj się, uzupełnij profil firmy i zobacz wpisowe i składki w zakładce „Moja firma”."],
        ],
        Facts = [(texts["Numer członkowski"], member.Number.ToString(CultureInfo.InvariantCulture)), (texts["Członek od"], Day(member.Since)), (texts["Uchwała"], resolution)],
        Button = button,
    };

    public static Letter Ended(IStringLocalizer<Texts> texts, Reader to, Member member, string firm, string? resolution) => new()
    {
        UniqueKey = $"membership-ended:{member.Id}", To = to.Email, ToName = to.Name,
        Subject = texts["Koniec członkostwa firmy {0}", firm], Heading = texts["Członkostwo kończy się {0}", Day(member.Until!.Value)],
        Paragraphs = [member.EndReason!, texts["Składki naliczone do tego dnia pozostają do zapłaty."]],
        Facts = [(texts["Numer członkowski"], member.Number.ToString(CultureInfo.InvariantCulture)), .. resolution is null ? Array.Empty<(string, string)>() : [(texts["Uchwała"].Value, resolution)]],
    };

    public static Letter Invite(IStringLocalizer<Texts> texts, Reader to, string nip, string effect, string origin) => new()
    {
        UniqueKey = $"declaration-invite:{effect}", To = to.Email, ToName = to.Name, UserId = to.UserId,
        Subject = texts["Jak wejść do izby"], Heading = texts["Zapraszamy do izby"],
        Paragraphs = [texts["Twoje konto czeka, bo firmy o numerze NIP {0} nie ma jeszcze wśród członków. Złóż deklarację: to kilka minut, a to, co wpiszesz, możesz dokończyć później.", Nip.Display(nip)]],
        Button = (texts["Złóż deklarację"], $"{origin}/dolacz?nip={nip}"),
    };

    private static (string, string) StatusButton(IStringLocalizer<Texts> texts, string secret, string origin) => (texts["Zobacz stan deklaracji"], $"{origin}/dolacz/status/{secret}");

    private static string Footnote(IStringLocalizer<Texts> texts) => texts["Link jest tylko dla Ciebie: kto go ma, widzi dane z deklaracji."];

    private static string Day(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.CurrentCulture);
}
