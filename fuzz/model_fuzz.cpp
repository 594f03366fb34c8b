// SPDX-License-Identifier: Apache-2.0
// A model file: any bytes are a model or an error that says why; the weights of a model can be read.
#include "check.h"
#include "nn/model_file.h"

using namespace onrecord;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const Result<nn::ModelFile> model = nn::ModelFile::parse(std::string(view_of(data, size)), "fuzz.model");
  if (!model.ok()) {
    FUZZ_CHECK(!model.error().message.empty() && model.error().where == "fuzz.model");
    return 0;
  }
  for (const nn::WeightSpec& spec :
       nn::weight_specs(model->dimensions(), model->labels(), model->vocabulary().size())) {
    std::size_t count = 1;
    for (const std::size_t dimension : spec.shape) count *= dimension;
    FUZZ_CHECK(model->weight(spec.name).size() == count);
  }
  return 0;
}
