using TorchSharp.Modules;

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class optim
        {
            public abstract class Optimizer : IDisposable
            {
                public virtual void zero_grad(bool set_to_none = true) => throw StandIn.CannotRun();

                public virtual Tensor step(Func<Tensor> closure = null) => throw StandIn.CannotRun();

                public virtual IEnumerable<Parameter> parameters() => throw StandIn.CannotRun();

                public void Dispose() => throw StandIn.CannotRun();
            }

            public static Adam Adam(IEnumerable<Parameter> parameters, double lr = 1e-3, double beta1 = 0.9, double beta2 = 0.99, double eps = 1e-8, double weight_decay = 0, bool amsgrad = false, bool maximize = false) => throw StandIn.CannotRun();

            public static Adam Adam(IEnumerable<(string name, Parameter parameter)> parameters, double lr = 1e-3, double beta1 = 0.9, double beta2 = 0.99) => throw StandIn.CannotRun();

            public static AdamW AdamW(IEnumerable<Parameter> parameters, double lr = 1e-3, double beta1 = 0.9, double beta2 = 0.999) => throw StandIn.CannotRun();

            public static SGD SGD(IEnumerable<Parameter> parameters, double learningRate, double momentum = 0.0) => throw StandIn.CannotRun();

            public static LBFGS LBFGS(IEnumerable<Parameter> parameters, double lr = 0.01, long max_iter = 20) => throw StandIn.CannotRun();

            public static Adadelta Adadelta(IEnumerable<Parameter> parameters, double lr = 0.01) => throw StandIn.CannotRun();

            public static Adagrad Adagrad(IEnumerable<Parameter> parameters, double lr = 0.01) => throw StandIn.CannotRun();

            public static Adamax Adamax(IEnumerable<Parameter> parameters, double lr = 0.01) => throw StandIn.CannotRun();

            public static ASGD ASGD(IEnumerable<Parameter> parameters, double lr = 0.01) => throw StandIn.CannotRun();

            public static NAdam NAdam(IEnumerable<Parameter> parameters, double lr = 0.01) => throw StandIn.CannotRun();

            public static RAdam RAdam(IEnumerable<Parameter> parameters, double lr = 0.01) => throw StandIn.CannotRun();

            public static RMSProp RMSProp(IEnumerable<Parameter> parameters, double lr = 0.01) => throw StandIn.CannotRun();

            public static Rprop Rprop(IEnumerable<Parameter> parameters, double lr = 0.01) => throw StandIn.CannotRun();

            public static class lr_scheduler
            {
                public abstract class LRScheduler
                {
                    public virtual void step(int? epoch = null) => throw StandIn.CannotRun();
                }

                public static LRScheduler StepLR(Optimizer optimizer, int step_size, double gamma = 0.1, int last_epoch = -1, bool verbose = false) => throw StandIn.CannotRun();
            }
        }
    }
}

namespace TorchSharp.Modules
{
    public abstract class OptimizerHelper : torch.optim.Optimizer;

    public class Adam : OptimizerHelper;

    public class AdamW : OptimizerHelper;

    public class SGD : OptimizerHelper;

    public class LBFGS : OptimizerHelper;

    public class Adadelta : OptimizerHelper;

    public class Adagrad : OptimizerHelper;

    public class Adamax : OptimizerHelper;

    public class ASGD : OptimizerHelper;

    public class NAdam : OptimizerHelper;

    public class RAdam : OptimizerHelper;

    public class RMSProp : OptimizerHelper;

    public class Rprop : OptimizerHelper;
}
