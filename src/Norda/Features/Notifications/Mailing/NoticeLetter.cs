using System.Globalization;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using Norda.Features.Mail;
using Norda.Features.Notifications.Stop;
using Norda.Platform;
using Norda.Platform.Contributions;

namespace Norda.Features.Notifications.Mailing;

/// <summary>What a letter about one or several notices says, in its reader's language.</summary>
public class NoticeLetter(StopLink stop, IOptions<SiteOptions> site, IStringLocalizer<Texts> texts)
{
    private const int MostListed = 30;
    private static readonly CultureInfo Polish = new("pl-PL");
    private static readonly CultureInfo English = new("en-GB");

    /// <summary>By this the outbox knows the letter.</summary>
    public static string KeyInOutbox(string key) => $"notices:{key}";

    public Letter Of(string key, NotificationChannel channel, IReadOnlyList<DueNotice> notices)
    {
        var before = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = notices[0].Language == "en" ? English : Polish;
        try
        {
            var (reader, kinds) = (notices[0], notices.Select(n => n.Kind).Distinct(StringComparer.Ordinal).ToList());
            return (channel == NotificationChannel.MailNow && notices.Count == 1 ? One(key, reader) : Many(key, channel, notices)) with
            {
                UserId = reader.UserId,
                ToName = reader.Name,
                UnsubscribeUrl = $"{site.Value.Origin}/powiadomienia/stop/{stop.For(reader.UserId, channel, kinds)}",
                Footnote = texts["O czym i jak piszemy, wybierasz w ustawieniach powiadomień: {0}", site.Value.Origin + "/konto/powiadomienia"],
            };
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = before;
        }
    }

    private Letter One(string key, DueNotice notice) => new()
    {
        UniqueKey = $"notices:{key}", To = notice.Email, Subject = notice.Title, Heading = notice.Title, Preview = notice.Message, Paragraphs = notice.Message is { } message ? [message] : [],
        Button = (texts["Zobacz w serwisie"], site.Value.Origin + notice.ActionUrl),
    };

    private Letter Many(string key, NotificationChannel channel, IReadOnlyList<DueNotice> notices)
    {
        var count = Plural.Of(notices.Count, texts["powiadomienie|powiadomienia|powiadomień"]);
        var heading = channel switch
        {
            NotificationChannel.Daily => texts["Twój dzień w izbie"],
            NotificationChannel.Weekly => texts["Twój tydzień w izbie"],
            _ => texts["Nowe w izbie"],
        };
        return new()
        {
            UniqueKey = $"notices:{key}", To = notices[0].Email, Subject = $"{heading}: {count}", Heading = heading, Preview = notices[0].Title,
            Items = [.. notices.Take(MostListed).Select(n => new LetterItem(n.Title, $"{n.CreatedAt.ToWarsaw().ToString("d MMMM, H:mm", CultureInfo.CurrentCulture)}{(n.Message is null ? "" : " · " + n.Message)}", site.Value.Origin + n.ActionUrl))],
            Paragraphs = notices.Count > MostListed ? [texts["I jeszcze {0}.", notices.Count - MostListed]] : [],
            Button = (texts["Zobacz wszystkie"], site.Value.Origin + "/powiadomienia"),
        };
    }
}
