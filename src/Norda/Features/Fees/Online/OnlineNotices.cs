using Norda.Platform.Access;

namespace Norda.Features.Fees.Online;

/// <summary>Where the operator tells us. Anybody may call; what is not signed by it is refused.</summary>
internal static class OnlineNotices
{
    public const string Paid = "/platnosci/przelewy24/wplata";
    public const string Refund = "/platnosci/przelewy24/zwrot";
    private const int MostBytes = 16 * 1024;

    public static void MapOnlineNotices(this WebApplication app)
    {
        app.MapPost(Paid, async (HttpRequest request, IPaymentOperator payments, TakePaidNotice take, CancellationToken cancel) => await Answer(request, payments, take.Run, cancel))
            .Requires(Resource.PaymentNotice, Act.Create).ExcludeFromDescription();
        app.MapPost(Refund, async (HttpRequest request, IPaymentOperator payments, TakeRefundNotice take, CancellationToken cancel) => await Answer(request, payments, take.Run, cancel))
            .Requires(Resource.PaymentNotice, Act.Create).ExcludeFromDescription();
    }

    private static async Task<IResult> Answer(HttpRequest request, IPaymentOperator payments, Func<ReadOnlyMemory<byte>, CancellationToken, Task<NoticeAnswer>> take, CancellationToken cancel)
    {
        if (!payments.IsOn)
            return Results.NotFound();
        var body = new byte[MostBytes + 1];
        var length = await request.Body.ReadAtLeastAsync(body, body.Length, throwOnEndOfStream: false, cancel);
        return length > MostBytes ? Results.StatusCode(StatusCodes.Status413PayloadTooLarge) : await take(body.AsMemory(0, length), cancel) switch
        {
            NoticeAnswer.Taken => Results.Ok(),
            NoticeAnswer.Unknown => Results.NotFound(),
            _ => Results.BadRequest(),
        };
    }
}
