using Microsoft.Extensions.Localization;
using Norda.Features.Mail;
using Norda.Platform;

namespace Norda.Features.Accounts;

/// <summary>Letters about accounts: proving an address, passwords, what happened to an account.</summary>
internal static class AccountLetters
{
    public static Letter KeyAdded(IStringLocalizer<Texts> texts, Reader to, string key, long at) => new()
    {
        UniqueKey = $"passkey-added:{to.UserId}:{at}", To = to.Email, ToName = to.Name, UserId = to.UserId, Subject = texts["Dodano klucz do konta"], Heading = texts["Dodano klucz do konta"],
        Paragraphs = [texts["Kluczem „{0}” można się teraz zalogować bez hasła. Jeśli to nie Ty, usuń go na stronie konta, zmień hasło i zadzwoń do biura izby.", key]],
    };

    public static Letter KeyRemoved(IStringLocalizer<Texts> texts, Reader to, string key, long at) => new()
    {
        UniqueKey = $"passkey-removed:{to.UserId}:{at}", To = to.Email, ToName = to.Name, UserId = to.UserId, Subject = texts["Usunięto klucz z konta"], Heading = texts["Usunięto klucz z konta"],
        Paragraphs = [texts["Kluczem „{0}” nie można się już zalogować. Jeśli to nie Ty, zmień hasło i zadzwoń do biura izby.", key]],
    };

    public static Letter ProviderJoined(IStringLocalizer<Texts> texts, Reader to, string provider, long at) => new()
    {
        UniqueKey = $"provider-joined:{to.UserId}:{at}", To = to.Email, ToName = to.Name, UserId = to.UserId, Subject = texts["Nowy sposób logowania"], Heading = texts["Nowy sposób logowania"],
        Paragraphs = [texts["Do Twojego konta można się teraz zalogować przez {0}. Jeśli to nie Ty, zmień hasło u tego dostawcy i zadzwoń do biura izby.", provider]],
    };

    public static Letter ProviderLeft(IStringLocalizer<Texts> texts, Reader to, string provider, long at) => new()
    {
        UniqueKey = $"provider-left:{to.UserId}:{at}", To = to.Email, ToName = to.Name, UserId = to.UserId, Subject = texts["Odłączono sposób logowania"], Heading = texts["Odłączono sposób logowania"],
        Paragraphs = [texts["Do Twojego konta nie można się już zalogować przez {0}. Jeśli to nie Ty, zmień hasło i zadzwoń do biura izby.", provider]],
    };

    public static Letter CodesOn(IStringLocalizer<Texts> texts, Reader to, long at) => new()
    {
        UniqueKey = $"codes-on:{to.UserId}:{at}", To = to.Email, ToName = to.Name, UserId = to.UserId, Subject = texts["Włączono kody z telefonu"], Heading = texts["Włączono kody z telefonu"],
        Paragraphs = [texts["Przy logowaniu pytamy teraz także o kod z telefonu. Jeśli to nie Ty, zmień hasło i od razu zadzwoń do biura izby."]],
    };

    public static Letter CodesOff(IStringLocalizer<Texts> texts, Reader to, long at) => new()
    {
        UniqueKey = $"codes-off:{to.UserId}:{at}", To = to.Email, ToName = to.Name, UserId = to.UserId, Subject = texts["Wyłączono kody z telefonu"], Heading = texts["Wyłączono kody z telefonu"],
        Paragraphs = [texts["Przy logowaniu nie pytamy już o kod z telefonu. Jeśli to nie Ty, zmień hasło i od razu zadzwoń do biura izby."]],
    };

    public static Reader To(User user) => new(user.Id, user.Email!, user.Name);

    public static Letter Verify(IStringLocalizer<Texts> texts, Reader to, string secret, string origin) => new()
    {
        UniqueKey = $"verify:{AccountToken.HashOf(secret)}", To = to.Email, ToName = to.Name, UserId = to.UserId,
        Subject = texts["Potwierdź adres e-mail"], Heading = texts["Potwierdź adres e-mail"],
        Paragraphs = [texts["Dzień dobry, {0}, dziękujemy za założenie konta. Naciśnij przycisk, żeby potwierdzić, że to Twój adres.", to.Name!]],
        Button = (texts["Potwierdź adres"], $"{origin}/rejestracja/potwierdz/{secret}"),
        Footnote = texts["Link działa przez 24 godziny. Jeśli to nie Ty zakładasz konto, nic nie rób: bez potwierdzenia zniknie po tygodniu."],
    };

    public static Letter Disabled(IStringLocalizer<Texts> texts, Reader to, string why, long at) => new()
    {
        UniqueKey = $"account-disabled:{to.UserId}:{at}", To = to.Email, ToName = to.Name, UserId = to.UserId,
        Subject = texts["Twoje konto zostało wyłączone"], Heading = texts["Biuro izby wyłączyło Twoje konto"],
        Paragraphs = [texts["Powód:"], why, texts["Jeśli się nie zgadzasz, odpowiedz na tę wiadomość albo zadzwoń do biura izby. Możesz też pójść do sądu."]],
    };

    public static Letter Enabled(IStringLocalizer<Texts> texts, Reader to, string origin, long at) => new()
    {
        UniqueKey = $"account-enabled:{to.UserId}:{at}", To = to.Email, ToName = to.Name, UserId = to.UserId,
        Subject = texts["Twoje konto znów działa"], Heading = texts["Twoje konto znów działa"], Paragraphs = [texts["Możesz się zalogować tak jak przedtem."]], Button = (texts["Zaloguj się"], origin + "/logowanie"),
    };

    public static Letter SecondFactorReset(IStringLocalizer<Texts> texts, Reader to, long at) => new()
    {
        UniqueKey = $"second-factor-reset:{to.UserId}:{at}", To = to.Email, ToName = to.Name, UserId = to.UserId,
        Subject = texts["Drugi składnik logowania został zdjęty"], Heading = texts["Drugi składnik logowania został zdjęty"],
        Paragraphs = [texts["Administrator izby zdjął drugi składnik z Twojego konta i wylogował wszystkie urządzenia. Zaloguj się hasłem i ustaw drugi składnik na nowo."], texts["Jeśli o to nie prosisz, od razu zadzwoń do biura izby."]],
    };

    public static Letter RegisteredAgain(IStringLocalizer<Texts> texts, Reader to, DateOnly day, string origin) => new()
    {
        UniqueKey = $"register-again:{to.UserId}:{day:yyyyMMdd}", To = to.Email, ToName = to.Name, UserId = to.UserId, Subject = texts["Masz już konto"], Heading = texts["Masz już konto"],
        Paragraphs = [texts["Ktoś próbował założyć konto z tym adresem. Jeśli to Ty, zaloguj się albo ustaw nowe hasło. Jeśli nie, nic nie rób."]],
        Button = (texts["Zaloguj się"], origin + "/logowanie"),
    };

    public static Letter Reset(IStringLocalizer<Texts> texts, Reader to, string secret, string origin) => new()
    {
        UniqueKey = $"reset:{AccountToken.HashOf(secret)}", To = to.Email, ToName = to.Name, UserId = to.UserId,
        Subject = texts["Ustaw nowe hasło"], Heading = texts["Ustaw nowe hasło"],
        Paragraphs = [texts["Ktoś, mamy nadzieję, że Ty, poprosił o nowe hasło do tego konta."]],
        Button = (texts["Ustaw nowe hasło"], $"{origin}/haslo/{secret}"),
        Footnote = texts["Link działa przez godzinę i tylko raz. Jeśli to nie Ty, nic nie rób: hasło się nie zmieni."],
    };

    public static Letter PasswordChanged(IStringLocalizer<Texts> texts, Reader to, long at) => new()
    {
        UniqueKey = $"password-changed:{to.UserId}:{at}", To = to.Email, ToName = to.Name, UserId = to.UserId,
        Subject = texts["Hasło zostało zmienione"], Heading = texts["Hasło zostało zmienione"],
        Paragraphs = [texts["Hasło do Twojego konta właśnie się zmieniło, a inne urządzenia zostały wylogowane. Jeśli to nie Ty, od razu zadzwoń do biura izby."]],
    };

    public static Letter EmailTaken(IStringLocalizer<Texts> texts, string email, string effect) => new()
    {
        UniqueKey = $"email-taken:{effect}", To = email, Subject = texts["Masz już konto"], Heading = texts["Masz już konto"], Paragraphs = [texts["Ktoś chciał zmienić adres swojego konta na ten. Nie da się: ma już konto. Jeśli to Ty, zaloguj się na nie albo je zamknij."]]
    };

    public static Letter EmailChange(IStringLocalizer<Texts> texts, Reader to, string secret, string why, string origin) => new()
    {
        UniqueKey = "email-change:" + AccountToken.HashOf(secret), To = to.Email, ToName = to.Name, UserId = to.UserId, Subject = texts["Zmiana adresu e-mail"], Heading = texts["Zmiana adresu e-mail"],
        Paragraphs = [why], Button = (texts["Potwierdź zmianę adresu"], $"{origin}/konto/adres/{secret}"),
        Footnote = texts["Linki działają przez 24 godziny. Jeśli to nie Ty, nic nie naciskaj i zmień hasło."],
    };

    public static Letter EmailChanged(IStringLocalizer<Texts> texts, Reader to, string email, long at) => new()
    {
        UniqueKey = $"email-changed:{to.UserId}:{at}", To = to.Email, ToName = to.Name, UserId = to.UserId, Subject = texts["Adres konta został zmieniony"], Heading = texts["Adres konta został zmieniony"],
        Paragraphs = [texts["Od teraz logujesz się adresem {0}. Jeśli to nie Ty, od razu zadzwoń do biura izby.", email]],
    };

    public static Letter Closed(IStringLocalizer<Texts> texts, Reader to, long at) => new()
    {
        UniqueKey = $"account-closed:{to.UserId}:{at}", To = to.Email, ToName = to.Name, UserId = to.UserId, Subject = texts["Konto zostało zamknięte"], Heading = texts["Konto zostało zamknięte"],
        Paragraphs = [texts["Nikt się już na nie nie zaloguje. Jeśli chcesz wrócić, napisz do biura izby."]],
    };
}
