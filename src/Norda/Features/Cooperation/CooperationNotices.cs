using Norda.Platform.Access;
using Norda.Platform.Contributions;

namespace Norda.Features.Cooperation;

public static class CooperationNotices
{
    public static readonly NotificationKind Asked = new("introduction-asked", "Ktoś z izby szuka tego, co robi moja firma", "news", NotificationChannel.MailNow) { Requires = (Resource.Introduction, Act.Change) };
    public static readonly NotificationKind Agreed = new("introduction-agreed", "Firmy, które chcą porozmawiać", "news", NotificationChannel.MailNow);
    public static readonly NotificationKind Outcome = new("introduction-outcome", "Pytanie, czy doszło do współpracy", "system", NotificationChannel.MailNow);
    public static readonly NotificationKind Thanked = new("business-thanks", "Podziękowania za interesy", "news", NotificationChannel.MailNow) { Requires = (Resource.Benefit, Act.Read) };
}
