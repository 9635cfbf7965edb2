using Norda.Features.Mail;

namespace Norda.Features.Membership.Joining;

/// <summary>What the letters of this feature look like, for /dev/poczta.</summary>
internal static class DeclarationSamples
{
    private static readonly Reader Anna = LetterPreview.Anna;

    private static readonly IReadOnlyList<LetterPreview> All =
    [
        new("Deklaracja przyjęta do rozpatrzenia", t => DeclarationLetters.Received(t, Anna, Paper(), LetterPreview.Secret, LetterPreview.Origin)),
        new("Nowa deklaracja, do biura", t => DeclarationLetters.ToOffice(t, "biuro@norda.example", Paper(), LetterPreview.Origin)),
        new("Brakuje dokumentów", t => DeclarationLetters.Missing(t, Anna, Paper(), LetterPreview.Secret, LetterPreview.Origin)),
        new("Odmowa przyjęcia", t => DeclarationLetters.Refused(t, Anna, Paper(), "14/2026, Zarząd", LetterPreview.Secret, LetterPreview.Origin)),
        new("Przyjęcie do izby", t => DeclarationLetters.Admitted(t, Anna, Paper(), Member(), "14/2026, Zarząd", (t["Zaloguj się"], LetterPreview.Origin + "/logowanie"))),
        new("Koniec członkostwa", t => DeclarationLetters.Ended(t, Anna, Member(), "Kaszub-Alu", null)),
        new("Zaproszenie do złożenia deklaracji", t => DeclarationLetters.Invite(t, Anna, "5261040828", "1:20261126", LetterPreview.Origin)),
    ];

    public static void AddDeclarationSamples(this IServiceCollection services)
    {
        foreach (var sample in All)
            services.AddSingleton(sample);
    }

    private static Declaration Paper() => new()
    {
        Nip = "5261040828", Name = "Kaszub-Alu", RepresentativeName = "Anna Pokazowa", StatuteVersion = "2026", NoteVersion = DeclarationTerms.NoteVersion, AskedAt = DateTime.UnixEpoch, DecidedAt = DateTime.UnixEpoch,
        Asked = DeclarationPapers.Write([DeclarationPaper.Signature]), Reason = "Firma nie prowadzi działalności na terenie izby.", AppealUntil = new DateOnly(2026, 12, 26),
    };

    private static Member Member() => new() { Number = 229, Since = new DateOnly(2026, 12, 1), Until = new DateOnly(2026, 12, 31), EndReason = "Rezygnacja firmy." };
}
