using System.Diagnostics;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ScCa.Domain;
using ScCa.Domain.Authorities;
using ScCa.Domain.Certificates;
using ScCa.Domain.Dispatch;
using ScCa.Domain.Messages;
using ScCa.Domain.Payments;
using ScCa.Domain.People;
using ScCa.Domain.Seals;
using ScCa.Domain.Staff;

namespace ScCa.Application.Execution;

/// <summary>
/// Dispatch through MediatR, all of it in this one file: a newer version, or none, changes nothing elsewhere. Its one behaviour observes every command.
/// </summary>
internal sealed class MediatRCommands(IMediator mediator) : ICommands
{
    public Task<Answer<TState>> Execute<TState>(Command<TState> command, CommandContext context, CancellationToken cancellation)
        where TState : IEventSourced<TState> => mediator.Send(new Request<TState>(command, context), cancellation);

    internal static void Register(IServiceCollection services)
    {
        services.AddSingleton<ICommands, MediatRCommands>();
        services.AddSingleton<IMediator>(provider => new Mediator(provider.GetService!));
        AddStream<Certificate>(services);
        AddStream<Transfer>(services);
        AddStream<Message>(services);
        AddStream<StaffDirectory>(services);
        AddStream<Domain.Units.Unit>(services);
        AddStream<DispatchBatch>(services);
        AddStream<Subject>(services);
        AddStream<SealFile>(services);
        AddStream<RevocationListSeries>(services);
    }

    private static void AddStream<TState>(IServiceCollection services) where TState : IEventSourced<TState>
    {
        services.AddSingleton<IRequestHandler<Request<TState>, Answer<TState>>, Handler<TState>>();
        services.AddSingleton<IPipelineBehavior<Request<TState>, Answer<TState>>, Observed<TState>>();
    }

    private sealed record Request<TState>(Command<TState> Command, CommandContext Context) : IRequest<Answer<TState>> where TState : IEventSourced<TState>;

    private sealed class Handler<TState>(CommandExecutor executor) : IRequestHandler<Request<TState>, Answer<TState>> where TState : IEventSourced<TState>
    {
        public Task<Answer<TState>> Handle(Request<TState> request, CancellationToken cancellationToken) =>
            executor.Execute(request.Command, request.Context, cancellationToken);
    }

    private sealed class Observed<TState>(ILogger<CommandExecutor> log) : IPipelineBehavior<Request<TState>, Answer<TState>> where TState : IEventSourced<TState>
    {
        public async Task<Answer<TState>> Handle(Request<TState> request, CancellationToken cancellationToken, RequestHandlerDelegate<Answer<TState>> next)
        {
            var name = request.Command.GetType().Name;
            using var activity = Telemetry.Source.StartActivity(name);
            var started = Stopwatch.GetTimestamp();
            var outcome = "failed";
            try
            {
                var answer = await next().ConfigureAwait(false);
                outcome = answer is Answer<TState>.Refused ? "refused" : "accepted";
                Note(answer, name, request.Command.StreamKey);
                return answer;
            }
            finally
            {
                activity?.SetTag("outcome", outcome);
                Telemetry.Commands.Record(
                    Stopwatch.GetElapsedTime(started).TotalSeconds,
                    new KeyValuePair<string, object?>("command", name),
                    new KeyValuePair<string, object?>("outcome", outcome));
            }
        }

        private void Note(Answer<TState> answer, string command, string stream)
        {
            switch (answer)
            {
                case Answer<TState>.Refused(var refusal):
                    Log.Refused(log, command, stream, refusal.Rule, refusal.Code);
                    break;
                case Answer<TState>.Accepted accepted:
                    Log.Accepted(log, command, stream, accepted.Events.Length, accepted.IsRepeat);
                    break;
            }
        }
    }
}

internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Information, "{Command} on {Stream}: {Events} event(s), repeat {IsRepeat}")]
    public static partial void Accepted(ILogger log, string command, string stream, int events, bool isRepeat);

    [LoggerMessage(2, LogLevel.Information, "{Command} on {Stream} refused: {Rule} {Code}")]
    public static partial void Refused(ILogger log, string command, string stream, string rule, string code);
}
