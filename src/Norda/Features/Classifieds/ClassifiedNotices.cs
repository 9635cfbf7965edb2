using Norda.Platform.Contributions;

namespace Norda.Features.Classifieds;

public static class ClassifiedNotices
{
    public static readonly NotificationKind Expiring = new("classified-expiring", "Koniec moich ogłoszeń", "system", NotificationChannel.InApp) { HasOwnLetter = true };
}
