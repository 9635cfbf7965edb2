using Norda.Features.Mail;

namespace Norda.Features.Accounts;

/// <summary>What the letters of this feature look like, for /dev/poczta.</summary>
internal static class AccountLetterSamples
{
    private static readonly Reader Anna = LetterPreview.Anna;
    private static readonly User Darek = new() { Name = "Darek Pokazowy", Email = "darek@norda.example", CompanyNip = "5261040828" };

    private static readonly IReadOnlyList<LetterPreview> All =
    [
        new("Potwierdzenie adresu", t => AccountLetters.Verify(t, Anna, LetterPreview.Secret, LetterPreview.Origin)),
        new("Rejestracja na zajęty adres", t => AccountLetters.RegisteredAgain(t, Anna, new DateOnly(2026, 11, 26), LetterPreview.Origin)),
        new("Nowe hasło", t => AccountLetters.Reset(t, Anna, LetterPreview.Secret, LetterPreview.Origin)),
        new("Hasło zmienione", t => AccountLetters.PasswordChanged(t, Anna, 0)),
        new("Zmiana adresu na zajęty", t => AccountLetters.EmailTaken(t, Anna.Email, "1:0")),
        new("Zmiana adresu", t => AccountLetters.EmailChange(t, Anna, LetterPreview.Secret, t["Potwierdź, że to Twój adres. Drugi przycisk czeka w liście na dotychczasowy adres."], LetterPreview.Origin)),
        new("Adres zmieniony", t => AccountLetters.EmailChanged(t, Anna, "anna.nowa@norda.example", 0)),
        new("Konto zamknięte przez właścicielkę", t => AccountLetters.Closed(t, Anna, 0)),
        new("Konto wyłączone przez biuro", t => AccountLetters.Disabled(t, Anna, "Konto założyła osoba, która nie pracuje w tej firmie.", 0)),
        new("Konto znów działa", t => AccountLetters.Enabled(t, Anna, LetterPreview.Origin, 0)),
        new("Drugi składnik zdjęty", t => AccountLetters.SecondFactorReset(t, Anna, 0)),
        new("Klucz dodany", t => AccountLetters.KeyAdded(t, Anna, "Telefon Anny", 0)),
        new("Klucz usunięty", t => AccountLetters.KeyRemoved(t, Anna, "Telefon Anny", 0)),
        new("Logowanie przez dostawcę", t => AccountLetters.ProviderJoined(t, Anna, "Microsoft", 0)),
        new("Dostawca odłączony", t => AccountLetters.ProviderLeft(t, Anna, "Microsoft", 0)),
        new("Kody z telefonu włączone", t => AccountLetters.CodesOn(t, Anna, 0)),
        new("Kody z telefonu wyłączone", t => AccountLetters.CodesOff(t, Anna, 0)),
        new("Prośba o dołączenie do firmy", t => FirmLetters.Join(t, Anna, Darek, 1, "Kaszub-Alu", LetterPreview.Origin + "/moja-firma/zespol")),
        new("Osoba spoza katalogu", t => FirmLetters.Join(t, Anna, Darek, null, null, LetterPreview.Origin + "/biuro/osoby")),
        new("Zaproszenie do firmy", t => FirmLetters.Invitation(t, Anna.Email, "Bartek Pokazowy", "Kaszub-Alu", LetterPreview.Secret, LetterPreview.Origin, new DateTimeOffset(2026, 12, 3, 10, 0, 0, TimeSpan.Zero))),
        new("Przyjęcie do firmy", t => FirmLetters.Joined(t, Anna, "Kaszub-Alu", letIn: true, "1:1:0", LetterPreview.Origin)),
        new("Odmowa przyjęcia do firmy", t => FirmLetters.Joined(t, Anna, "Kaszub-Alu", letIn: false, "1:1:1", LetterPreview.Origin)),
    ];

    public static void AddAccountLetterSamples(this IServiceCollection services)
    {
        foreach (var sample in All)
            services.AddSingleton(sample);
    }
}
